package dev.grapnel.conformance.model.staff;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of {@code engineers} that extends one of {@code employees}. */
@Entity
@Table(name = "engineers")
@DiscriminatorValue("engineer")
public class Engineer extends Employee {
    private static final long serialVersionUID = 1L;

    @Nullable String language;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public Engineer(Map<String, ?> values) {
        super(values);
    }

    @Override
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "language" -> language = (String) given;
            default -> super.assign(attribute, given);
        }
    }
}
