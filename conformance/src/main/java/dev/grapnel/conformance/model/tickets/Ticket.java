package dev.grapnel.conformance.model.tickets;

import dev.grapnel.conformance.model.Base;
import dev.grapnel.core.annotation.PairedWith;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of {@code tickets}. */
@Entity
@Table(name = "tickets")
public class Ticket extends Base {
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Integer id;

    @Nullable String title;

    @Nullable Integer owner_id;

    @Nullable Integer watcher_id;

    @PairedWith(repeats = true)
    @ManyToOne(
            fetch = FetchType.LAZY,
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "owner_id")
    @Nullable Owner owner;

    @PairedWith(repeats = true)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "watcher_id")
    @Nullable Owner watcher;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public Ticket(Map<String, ?> values) {
        assignAll(values);
    }

    @Override
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "id" -> id = (Integer) given;
            case "owner" -> owner = (Owner) given;
            case "owner_id" -> owner_id = (Integer) given;
            case "title" -> title = (String) given;
            case "watcher" -> watcher = (Owner) given;
            case "watcher_id" -> watcher_id = (Integer) given;
            default -> super.assign(attribute, given);
        }
    }
}
