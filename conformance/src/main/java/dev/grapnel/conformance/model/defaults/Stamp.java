package dev.grapnel.conformance.model.defaults;

import dev.grapnel.conformance.model.Base;
import dev.grapnel.core.annotation.InsertDefault;
import dev.grapnel.core.annotation.ServerDefault;
import dev.grapnel.core.annotation.UpdateDefault;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of {@code stamps}. */
@Entity
@Table(name = "stamps")
public class Stamp extends Base {
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Integer id;

    @Nullable String name;

    @InsertDefault(StandardCode.class)
    @Nullable String code;

    @InsertDefault(SerialNumbers.class)
    @Nullable Integer serial;

    @UpdateDefault(TouchNumbers.class)
    @Nullable Integer touched;

    @ServerDefault("'new'")
    @Nullable String status;

    @Basic(fetch = FetchType.LAZY)
    @Nullable String big;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public Stamp(Map<String, ?> values) {
        assignAll(values);
    }

    @Override
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "big" -> big = (String) given;
            case "code" -> code = (String) given;
            case "id" -> id = (Integer) given;
            case "name" -> name = (String) given;
            case "serial" -> serial = (Integer) given;
            case "status" -> status = (String) given;
            case "touched" -> touched = (Integer) given;
            default -> super.assign(attribute, given);
        }
    }
}
