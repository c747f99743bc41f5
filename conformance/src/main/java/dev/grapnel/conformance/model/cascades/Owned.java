package dev.grapnel.conformance.model.cascades;

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

/** One row of {@code owneds}. */
@Entity
@Table(name = "owneds")
public class Owned extends Base {
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Integer id;

    @Nullable String name;

    @Nullable Integer root_id;

    @PairedWith(repeats = true)
    @ManyToOne(
            fetch = FetchType.LAZY,
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "root_id")
    @Nullable Root root;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public Owned(Map<String, ?> values) {
        assignAll(values);
    }

    @Override
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "id" -> id = (Integer) given;
            case "name" -> name = (String) given;
            case "root" -> root = (Root) given;
            case "root_id" -> root_id = (Integer) given;
            default -> super.assign(attribute, given);
        }
    }
}
