package dev.grapnel.conformance.model.library;

import dev.grapnel.conformance.model.Base;
import dev.grapnel.core.annotation.Load;
import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.annotation.PairedWith;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of {@code authors}. */
@Entity
@Table(name = "authors")
public class Author extends Base {
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Integer id;

    @Nullable String name;

    @PairedWith(repeats = true)
    @OneToMany(
            mappedBy = "author",
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @OrderBy("id")
    @Load(LoadStrategy.JOINED)
    @Nullable List<Book> books;

    @PairedWith(repeats = true)
    @OneToMany(
            mappedBy = "author",
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @OrderBy("id")
    @Load(LoadStrategy.SELECTIN)
    @Nullable List<Award> awards;

    @PairedWith(repeats = true)
    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "author_id")
    @OrderBy("id")
    @Load(LoadStrategy.RAISE)
    @Nullable List<Link> links;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public Author(Map<String, ?> values) {
        assignAll(values);
    }

    @Override
    @SuppressWarnings("unchecked") // the attribute decides what its elements are
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "awards" -> awards = (List<Award>) given;
            case "books" -> books = (List<Book>) given;
            case "id" -> id = (Integer) given;
            case "links" -> links = (List<Link>) given;
            case "name" -> name = (String) given;
            default -> super.assign(attribute, given);
        }
    }
}
