package dev.grapnel.activedefaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.activedefaults.Tickets.Coupon;
import dev.grapnel.activedefaults.Tickets.Season;
import dev.grapnel.activedefaults.Tickets.Ticket;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActiveDefaultsTest {
    private final Registry registry = Registry.of(Ticket.class, Season.class);
    private final Engine engine = Engine.create("jdbc:h2:mem:activedefaults");
    private final Session session = SessionFactory.of(engine, registry).open();
    private Subscription subscription;

    @BeforeEach
    void begin() {
        Schema.of(registry).createAll(engine);
        Tickets.COMPUTED.set(0);
        subscription = ActiveDefaults.on(registry);
    }

    @AfterEach
    void end() {
        session.close();
        Schema.of(registry).dropAll(engine);
        engine.close();
        registry.dispose();
    }

    @Test
    void aDefaultIsReadBeforeTheInsert() {
        assertThat(new Ticket().number).isEqualTo(1);
    }

    @Test
    void theInsertWritesWhatWasRead() {
        Ticket ticket = new Ticket();
        Integer read = ticket.number;
        session.add(ticket);
        session.commit();

        assertThat(ticket.number).isEqualTo(read);
        assertThat(Tickets.COMPUTED).hasValue(1);
    }

    @Test
    void aDefaultIsComputedOnce() {
        Ticket ticket = new Ticket();

        assertThat(ticket.number).isEqualTo(ticket.number);
        assertThat(Tickets.COMPUTED).hasValue(1);
    }

    @Test
    void whatIsNotReadIsComputedByTheInsert() {
        Ticket ticket = new Ticket();
        session.add(ticket);
        session.commit();

        assertThat(ticket.number).isEqualTo(1);
    }

    @Test
    void aValueThatWasSetStays() {
        Ticket ticket = new Ticket();
        ticket.number = 77;

        assertThat(ticket.number).isEqualTo(77);
        assertThat(Tickets.COMPUTED).hasValue(0);
    }

    @Test
    void noSetEventFires() {
        List<String> seen = new ArrayList<>();
        ActiveDefaults.on(Tickets.SEAT, () -> "1A");
        Events.on(Tickets.SEAT).onSet(event -> seen.add(event.value()));

        assertThat(new Ticket().seat).isEqualTo("1A");
        assertThat(seen).isEmpty();
    }

    @Test
    void anObjectThatHasARowReadsTheRow() {
        session.add(new Ticket());
        session.commit();
        session.expungeAll();

        assertThat(session.query(Ticket.class).one().number).isEqualTo(1);
        assertThat(Tickets.COMPUTED).hasValue(1);
    }

    @Test
    void aSubclassHasTheDefaultsOfItsSuperclass() {
        assertThat(new Season().number).isEqualTo(1);
    }

    @Test
    void oneAttributeGetsADefaultByAFunction() {
        ActiveDefaults.on(Tickets.SEAT, () -> "1A");
        Season season = new Season();
        session.add(season);

        assertThat(season.seat).isEqualTo("1A");
        session.commit();
        assertThat(season.seat).isEqualTo("1A");
    }

    @Test
    void aDefaultOfNullIsRefused() {
        ActiveDefaults.on(Tickets.SEAT, () -> null);

        assertThatThrownBy(() -> new Ticket().seat.length())
                .hasMessageStartingWith("The default of attribute Ticket.seat is null.");
    }

    @Test
    void closingTheSubscriptionEndsIt() {
        subscription.close();

        assertThat(new Ticket().number).isNull();
    }

    @Test
    void aClassThatIsMappedLaterHasItsDefaultsUntilTheSubscriptionIsClosed() {
        registry.map(Coupon.class);
        registry.configure();
        assertThat(new Coupon().number).isEqualTo(1);

        subscription.close();

        assertThat(subscription.isActive()).isFalse();
        assertThat(new Coupon().number).isNull();
    }
}
