package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.testkit.session.Stamps.Counted;
import dev.grapnel.testkit.session.Stamps.Form;
import dev.grapnel.testkit.session.Stamps.Invoice;
import dev.grapnel.testkit.session.Stamps.Plain;
import dev.grapnel.testkit.session.Stamps.Stamp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What fires when a flush stores values that were generated. */
@EveryDatabase
@DisplayName("Generated values on")
class RefreshFlushTest extends DatabaseTest {
    private final List<Object> told = new ArrayList<>();

    RefreshFlushTest() {
        super(Stamps.ALL);
    }

    private Stamp stored() {
        Stamp stamp = new Stamp("a");
        session.add(stamp);
        session.commit();
        assertThat(stamp.name).isEqualTo("a");
        return stamp;
    }

    @Test
    @Tag("I-18")
    void areToldBetweenTheStatementAndAfterInsert() {
        events.instances().mappers().statements(engine);
        Stamp stamp = events.named("stamp", new Stamp("a"));
        session.add(stamp);
        events.clear();

        session.flush();

        assertThat(events.timeline()).containsSubsequence("before_insert stamp", "INSERT stamp", "after_insert stamp");
        int statement = events.timeline().indexOf("INSERT stamp");
        assertThat(events.timeline().get(statement + 1)).startsWith("refresh_flush stamp");
    }

    @Test
    @Tag("I-18")
    void ofAnInsertAreThoseReturnedThenDefaultsThenTheVersion() {
        InstanceEvents.on(Stamp.class).refreshFlush(e -> told.add(e.attributes()));

        session.add(new Stamp("a"));
        session.flush();

        assertThat(told).containsExactly(List.of("status", "code", "version"));
    }

    @Test
    @Tag("I-18")
    void ofAnUpdateAreTheUpdateDefaultThenTheVersion() {
        Stamp stamp = stored();
        InstanceEvents.on(Stamp.class).refreshFlush(e -> told.add(e.attributes()));
        Mapped.on(Stamp.class).afterUpdate(e -> told.add("after_update"));

        stamp.name = "b";
        session.flush();

        assertThat(told).containsExactly(List.of("touched", "version"), "after_update");
        assertThat(stamp.touched).isEqualTo(7);
        assertThat(stamp.version).isEqualTo(2);
    }

    @Test
    @Tag("I-18")
    void areInTheObjectWhenTheyAreTold() {
        InstanceEvents.on(Stamp.class).refreshFlush(e -> told.add(e.target().code + e.target().version));

        session.add(new Stamp("a"));
        session.flush();

        assertThat(told).containsExactly("standard1");
    }

    @Test
    @Tag("I-18")
    void areToldWithTheFlush() {
        InstanceEvents.on(Stamp.class).refreshFlush(e -> told.add(e.flushContext()));
        dev.grapnel.events.Events.on(session).afterFlush(e -> told.add(e.flushContext()));

        session.add(new Stamp("a"));
        session.flush();

        assertThat(told).hasSize(2);
        assertThat(told.get(0)).isNotNull().isSameAs(told.get(1));
    }

    @Test
    @Tag("I-19")
    void areNotToldIfThereIsOnlyTheKey() {
        InstanceEvents.on(Plain.class).refreshFlush(e -> told.add(e.attributes()));
        Plain plain = new Plain("a");

        session.add(plain);
        session.flush();

        assertThat(told).isEmpty();
        assertThat(plain.id).isNotNull();
    }

    @Test
    @Tag("I-19")
    void ofJoinedTablesAreToldTableByTable() {
        InstanceEvents.on(Form.class).propagate().refreshFlush(e -> told.add(e.attributes()));

        session.add(new Invoice());
        session.flush();

        assertThat(told).containsExactly(List.of("layout"), List.of("terms"));
    }

    @Test
    @Tag("I-20")
    void thatCannotBeReadBackAreExpiredInsideTheFlush() {
        Counted counted = events.named("counted", new Counted("a"));
        session.add(counted);
        events.instances().sessions(session).statements(engine);

        session.flush();

        assertThat(events.timeline())
                .containsSubsequence("before_flush", "INSERT counted", "expire counted [total]", "after_flush")
                .noneMatch(line -> line.startsWith("refresh_flush"));
    }

    @Test
    @Tag("I-20")
    void thatCannotBeReadBackAreLoadedByTheNextRead() {
        Counted counted = new Counted("a");
        session.add(counted);
        session.flush();
        direct().execute("update counted set total = 5");

        assertThat(counted.total).isEqualTo(5);
    }
}
