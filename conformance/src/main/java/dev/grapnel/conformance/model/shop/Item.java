package dev.grapnel.conformance.model.shop;

import dev.grapnel.conformance.model.Base;
import dev.grapnel.core.annotation.PairedWith;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of {@code items}. */
@Entity
@Table(name = "items")
public class Item extends Base {
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Integer id;

    @Nullable String name;

    @Nullable Integer price;

    @PairedWith(repeats = true)
    @ManyToMany(
            mappedBy = "items",
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @OrderBy("id")
    @Nullable List<Order> orders;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public Item(Map<String, ?> values) {
        assignAll(values);
    }

    @Override
    @SuppressWarnings("unchecked") // the attribute decides what its elements are
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "id" -> id = (Integer) given;
            case "name" -> name = (String) given;
            case "orders" -> orders = (List<Order>) given;
            case "price" -> price = (Integer) given;
            default -> super.assign(attribute, given);
        }
    }
}
