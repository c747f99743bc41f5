package dev.grapnel.conformance.model.boards;

import dev.grapnel.conformance.model.Base;
import dev.grapnel.core.annotation.PairedWith;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row of {@code boards}. */
@Entity
@Table(name = "boards")
public class Board extends Base {
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Integer id;

    @Nullable String title;

    @PairedWith(repeats = true)
    @OneToMany(mappedBy = "board", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    @Nullable Set<Tag> tags;

    @PairedWith(repeats = true)
    @OneToMany(mappedBy = "board", cascade = CascadeType.ALL, orphanRemoval = true)
    @MapKey(name = "slot")
    @OrderBy("id")
    @Nullable Map<String, Note> notes;

    @PairedWith(repeats = true)
    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "board_id")
    @OrderBy("id")
    @Nullable List<Card> cards;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public Board(Map<String, ?> values) {
        assignAll(values);
    }

    @Override
    @SuppressWarnings("unchecked") // the attribute decides what its elements are
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "cards" -> cards = (List<Card>) given;
            case "id" -> id = (Integer) given;
            case "notes" -> notes = (Map<String, Note>) given;
            case "tags" -> tags = (Set<Tag>) given;
            case "title" -> title = (String) given;
            default -> super.assign(attribute, given);
        }
    }
}
