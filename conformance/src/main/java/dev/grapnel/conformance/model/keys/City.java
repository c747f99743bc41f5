package dev.grapnel.conformance.model.keys;

import dev.grapnel.conformance.model.Base;
import dev.grapnel.core.annotation.PairedWith;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A city, known by its country and its name. */
@Entity
@Table(name = "cities")
@IdClass(CityKey.class)
public class City extends Base {
    private static final long serialVersionUID = 1L;

    @Id
    @Nullable String country_code;

    @Id
    @Nullable String name;

    @Nullable Integer size;

    @PairedWith(repeats = true)
    @ManyToOne(
            fetch = FetchType.LAZY,
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "country_code")
    @Nullable Country country;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public City(Map<String, ?> values) {
        assignAll(values);
    }

    @Override
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "country" -> country = (Country) given;
            case "country_code" -> country_code = (String) given;
            case "name" -> name = (String) given;
            case "size" -> size = (Integer) given;
            default -> super.assign(attribute, given);
        }
    }
}
