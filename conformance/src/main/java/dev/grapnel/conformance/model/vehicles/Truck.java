package dev.grapnel.conformance.model.vehicles;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of {@code vehicles} of its own kind. */
@Entity
@DiscriminatorValue("truck")
public class Truck extends Vehicle {
    private static final long serialVersionUID = 1L;

    @Nullable Integer payload;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public Truck(Map<String, ?> values) {
        super(values);
    }

    @Override
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "payload" -> payload = (Integer) given;
            default -> super.assign(attribute, given);
        }
    }
}
