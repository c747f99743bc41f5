package dev.grapnel.conformance.model.library;

import dev.grapnel.conformance.model.Base;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of {@code links}. */
@Entity
@Table(name = "links")
public class Link extends Base {
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Integer id;

    @Nullable String url;

    @Nullable Integer author_id;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public Link(Map<String, ?> values) {
        assignAll(values);
    }

    @Override
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "author_id" -> author_id = (Integer) given;
            case "id" -> id = (Integer) given;
            case "url" -> url = (String) given;
            default -> super.assign(attribute, given);
        }
    }
}
