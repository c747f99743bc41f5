package dev.grapnel.conformance.model.docs;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of {@code docs} of its own kind. */
@Entity
@DiscriminatorValue("report")
public class Report extends Doc {
    private static final long serialVersionUID = 1L;

    @Nullable Integer pages;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public Report(Map<String, ?> values) {
        super(values);
    }

    @Override
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "pages" -> pages = (Integer) given;
            default -> super.assign(attribute, given);
        }
    }
}
