package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.events.Subscription;
import dev.grapnel.testkit.session.Keys.Invoice;
import dev.grapnel.testkit.session.Keys.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keys that the library makes. */
@EveryDatabase
@DisplayName("Random keys on")
class RandomKeyTest extends DatabaseTest {
    RandomKeyTest() {
        super(Keys.RANDOM);
    }

    @Test
    void areGivenByTheFlush() {
        Invoice invoice = new Invoice();
        session.add(invoice);
        assertThat(invoice.id).isNull();

        session.flush();

        assertThat(invoice.id).isNotNull();
        assertThat(session.get(Invoice.class, invoice.id)).isSameAs(invoice);
    }

    @Test
    void mayBeTexts() {
        Receipt receipt = new Receipt();
        session.add(receipt);

        session.commit();

        assertThat(UUID.fromString(receipt.id)).hasToString(receipt.id);
    }

    @Test
    void areNotToldAsRefreshedValues() {
        List<Object> seen = new ArrayList<>();
        try (Subscription unused = InstanceEvents.on(Invoice.class).refreshFlush(e -> seen.add(e.attributes()))) {
            session.add(new Invoice());
            session.flush();
        }

        assertThat(seen).isEmpty();
    }

    @Test
    void areGivenToRowsOfASetBasedInsert() {
        session.insertInto(Invoice.class)
                .values(List.of(Map.of("text", "a"), Map.of("text", "b")))
                .execute();

        assertThat(session.query(Invoice.class).list())
                .extracting(invoice -> invoice.id)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }
}
