package dev.grapnel.conformance.model.keys;

import dev.grapnel.conformance.model.Base;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of {@code countries}. */
@Entity
@Table(name = "countries")
public class Country extends Base {
    private static final long serialVersionUID = 1L;

    @Id
    @Nullable String code;

    @Nullable String name;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public Country(Map<String, ?> values) {
        assignAll(values);
    }

    @Override
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "code" -> code = (String) given;
            case "name" -> name = (String) given;
            default -> super.assign(attribute, given);
        }
    }
}
