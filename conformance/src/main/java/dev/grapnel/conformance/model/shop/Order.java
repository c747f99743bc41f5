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
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of {@code orders}. */
@Entity
@Table(name = "orders")
public class Order extends Base {
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Integer id;

    @Nullable String note;

    @Nullable Integer user_id;

    @PairedWith(repeats = true)
    @ManyToOne(
            fetch = FetchType.LAZY,
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "user_id")
    @Nullable User user;

    @PairedWith(repeats = true)
    @ManyToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinTable(
            name = "order_items",
            joinColumns = @JoinColumn(name = "order_id"),
            inverseJoinColumns = @JoinColumn(name = "item_id"))
    @OrderBy("id")
    @Nullable List<Item> items;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public Order(Map<String, ?> values) {
        assignAll(values);
    }

    @Override
    @SuppressWarnings("unchecked") // the attribute decides what its elements are
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "id" -> id = (Integer) given;
            case "items" -> items = (List<Item>) given;
            case "note" -> note = (String) given;
            case "user" -> user = (User) given;
            case "user_id" -> user_id = (Integer) given;
            default -> super.assign(attribute, given);
        }
    }
}
