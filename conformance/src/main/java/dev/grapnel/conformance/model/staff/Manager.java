package dev.grapnel.conformance.model.staff;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of {@code managers} that extends one of {@code employees}. */
@Entity
@Table(name = "managers")
@DiscriminatorValue("manager")
public class Manager extends Employee {
    private static final long serialVersionUID = 1L;

    @Nullable Integer grade;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public Manager(Map<String, ?> values) {
        super(values);
    }

    @Override
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "grade" -> grade = (Integer) given;
            default -> super.assign(attribute, given);
        }
    }
}
