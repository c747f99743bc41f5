package dev.grapnel.examples.defaults;

import dev.grapnel.core.annotation.InsertDefault;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An order with a number that nobody sets. */
@Entity
@Table(name = "orders")
public class Order {
    @Id
    String customer;

    @InsertDefault(NextNumber.class)
    @Nullable Integer number;

    Order(String customer) {
        this.customer = customer;
    }

    /** Counts up. */
    public static final class NextNumber implements Supplier<Integer> {
        private static final AtomicInteger LAST = new AtomicInteger(100);

        @Override
        public Integer get() {
            return LAST.incrementAndGet();
        }
    }
}
