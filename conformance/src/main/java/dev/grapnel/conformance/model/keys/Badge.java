package dev.grapnel.conformance.model.keys;

import dev.grapnel.conformance.model.Base;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of {@code badges}. */
@Entity
@Table(name = "badges")
public class Badge extends Base {
    private static final long serialVersionUID = 1L;

    @Id
    @Nullable Integer id;

    @Nullable String label;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public Badge(Map<String, ?> values) {
        assignAll(values);
    }

    @Override
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "id" -> id = (Integer) given;
            case "label" -> label = (String) given;
            default -> super.assign(attribute, given);
        }
    }
}
