package dev.grapnel.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SnapshotDispatchTest {
    private final Trace trace = new Trace();
    private final SampleTarget all = SampleTarget.classLevel("all");
    private final SampleTarget target = all.instance("target");

    @Test
    @Tag("E-27")
    void listenerAddedDuringADispatchRunsAtTheNextOne() {
        Watcher<Object> added = trace.as("added");
        Events.on(target).once().ping(e -> Events.on(target).ping(added));

        assertThat(trace.ofPing(target)).isEmpty();
        assertThat(trace.ofPing(target)).containsExactly("added");
    }

    @Test
    @Tag("E-27")
    void listenerAddedInFrontDuringADispatchDisturbsNobody() {
        Events.on(target).once().ping(e -> Events.on(target).first().ping(trace.as("added")));
        Events.on(target).ping(trace.as("last"));

        assertThat(trace.ofPing(target)).containsExactly("last");
        assertThat(trace.ofPing(target)).containsExactly("added", "last");
    }

    @Test
    @Tag("E-27")
    void listenerRemovedDuringADispatchRunsForTheLastTime() {
        Watcher<Object> removed = trace.as("removed");
        Events.on(target).once().ping(e -> Events.on(target).remove(SampleEvents.PING, removed));
        Events.on(target).ping(removed);

        assertThat(trace.ofPing(target)).containsExactly("removed");
        assertThat(trace.ofPing(target)).isEmpty();
    }

    @Test
    void listenerThatRemovesItselfDisturbsNobody() {
        Subscription[] self = new Subscription[1];
        self[0] = Events.on(target).ping(e -> {
            trace.add("self");
            self[0].close();
        });
        Events.on(target).ping(trace.as("last"));

        assertThat(trace.ofPing(target)).containsExactly("self", "last");
        assertThat(trace.ofPing(target)).containsExactly("last");
    }

    @Test
    @Tag("E-27")
    void classLevelListenerAddedDuringADispatchRunsAtTheNextOne() {
        Events.on(target).once().ping(e -> Events.on(all).ping(trace.as("all")));

        assertThat(trace.ofPing(target)).isEmpty();
        assertThat(trace.ofPing(target)).containsExactly("all");
    }

    @Test
    void nestedDispatchSeesTheChange() {
        Events.on(target).once().ping(e -> {
            Events.on(target).ping(trace.as("added"));
            target.ping();
        });

        assertThat(trace.ofPing(target)).containsExactly("added");
    }

    @Test
    @Tag("E-29")
    void snapshotTakenBeforeAChangeStaysAsItWas() {
        Events.on(target).ping(trace.as("early"));
        List<Registration<SampleEvents.Ping>> sampled =
                target.dispatch().listeners(SampleEvents.PING).snapshot();
        Events.on(target).ping(trace.as("late"));

        sampled.forEach(registration -> registration.call(new SampleEvents.Ping("somebody")));

        assertThat(trace.entries()).containsExactly("early");
    }

    @Test
    void snapshotCannotBeWrittenTo() {
        Events.on(target).ping(trace.as("x"));
        List<Registration<SampleEvents.Ping>> snapshot =
                target.dispatch().listeners(SampleEvents.PING).snapshot();

        assertThatThrownBy(() -> snapshot.set(0, null)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void dispatchWithAConditionStopsWhereItFails() {
        Events.on(target).ping(trace.as("a"));
        Events.on(target).ping(trace.as("b"));
        Events.on(target).ping(trace.as("c"));

        target.dispatch()
                .listeners(SampleEvents.PING)
                .fireWhile(new SampleEvents.Ping("x"), e -> trace.entries().size() < 2);

        assertThat(trace.entries()).containsExactly("a", "b");
    }
}
