package dev.grapnel.conformance.model.shop;

import dev.grapnel.conformance.model.Base;
import dev.grapnel.core.annotation.PairedWith;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of {@code users}. */
@Entity
@Table(name = "users")
public class User extends Base {
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Integer id;

    @Column(nullable = false)
    @Nullable String name;

    @Column(unique = true)
    @Nullable String nick;

    @PairedWith(repeats = true)
    @OneToMany(mappedBy = "user", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    @Nullable List<Address> addresses;

    @PairedWith(repeats = true)
    @OneToMany(
            mappedBy = "user",
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @OrderBy("id")
    @Nullable List<Order> orders;

    @PairedWith(repeats = true)
    @OneToOne(
            mappedBy = "user",
            fetch = FetchType.LAZY,
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @Nullable Profile profile;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public User(Map<String, ?> values) {
        assignAll(values);
    }

    @Override
    @SuppressWarnings("unchecked") // the attribute decides what its elements are
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "addresses" -> addresses = (List<Address>) given;
            case "id" -> id = (Integer) given;
            case "name" -> name = (String) given;
            case "nick" -> nick = (String) given;
            case "orders" -> orders = (List<Order>) given;
            case "profile" -> profile = (Profile) given;
            default -> super.assign(attribute, given);
        }
    }
}
