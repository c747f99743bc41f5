package dev.grapnel.conformance.model.shop;

import dev.grapnel.conformance.model.Base;
import dev.grapnel.core.annotation.PairedWith;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of {@code profiles}. */
@Entity
@Table(name = "profiles")
public class Profile extends Base {
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Integer id;

    @Nullable String bio;

    @Nullable Integer user_id;

    @PairedWith(repeats = true)
    @OneToOne(
            fetch = FetchType.LAZY,
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "user_id")
    @Nullable User user;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public Profile(Map<String, ?> values) {
        assignAll(values);
    }

    @Override
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "bio" -> bio = (String) given;
            case "id" -> id = (Integer) given;
            case "user" -> user = (User) given;
            case "user_id" -> user_id = (Integer) given;
            default -> super.assign(attribute, given);
        }
    }
}
