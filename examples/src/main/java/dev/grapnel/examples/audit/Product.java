package dev.grapnel.examples.audit;

import dev.grapnel.core.annotation.ActiveHistory;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * Something for sale.
 *
 * <p>After a commit its values are not in memory. {@code @ActiveHistory} has them loaded before they are replaced, so that the log can tell the
 * old ones.
 */
@Entity
public class Product {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Integer id;

    @ActiveHistory
    String name;

    @ActiveHistory
    int cents;

    Product(String name, int cents) {
        this.name = name;
        this.cents = cents;
    }

    @Override
    public String toString() {
        return "Product " + name;
    }
}
