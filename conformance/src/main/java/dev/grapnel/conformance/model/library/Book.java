package dev.grapnel.conformance.model.library;

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

/** One row of {@code books}. */
@Entity
@Table(name = "books")
public class Book extends Base {
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Integer id;

    @Nullable String title;

    @Nullable Integer author_id;

    @PairedWith(repeats = true)
    @ManyToOne(
            fetch = FetchType.LAZY,
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "author_id")
    @Nullable Author author;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public Book(Map<String, ?> values) {
        assignAll(values);
    }

    @Override
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "author" -> author = (Author) given;
            case "author_id" -> author_id = (Integer) given;
            case "id" -> id = (Integer) given;
            case "title" -> title = (String) given;
            default -> super.assign(attribute, given);
        }
    }
}
