package dev.grapnel.activedefaults;

import dev.grapnel.core.annotation.InsertDefault;
import dev.grapnel.sql.attribute.ColumnAttribute;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Tickets with defaults. */
final class Tickets {
    static final AtomicInteger COMPUTED = new AtomicInteger();
    static final ColumnAttribute<Ticket, String> SEAT = ColumnAttribute.of(Ticket.class, "seat", String.class);

    private Tickets() {}

    /** Counts up, so that a second computation would show. */
    static final class NextNumber implements Supplier<Integer> {
        @Override
        public Integer get() {
            return COMPUTED.incrementAndGet();
        }
    }

    @Entity(name = "ticket")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    static class Ticket {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @InsertDefault(NextNumber.class)
        Integer number;

        String seat;
    }

    @Entity(name = "season")
    static class Season extends Ticket {}

    @Entity(name = "coupon")
    static class Coupon {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @InsertDefault(NextNumber.class)
        Integer number;
    }
}
