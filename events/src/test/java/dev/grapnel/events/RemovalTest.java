package dev.grapnel.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RemovalTest {
    private final Trace trace = new Trace();
    private final SampleTarget all = SampleTarget.classLevel("all targets");
    private final SampleTarget one = all.instance("target one");
    private final Watcher<Object> listener = trace.as("x");

    @Test
    @Tag("E-4")
    void removedListenerRunsNoMore() {
        Events.on(one).ping(listener);
        Events.on(one).remove(SampleEvents.PING, listener);

        assertThat(trace.ofPing(one)).isEmpty();
    }

    @Test
    @Tag("E-4")
    void unknownListenerCannotBeRemoved() {
        assertThatThrownBy(() -> Events.on(one).remove(SampleEvents.PING, listener))
                .isInstanceOf(NoSuchListenerException.class)
                .hasMessageStartingWith(
                        "Cannot remove listener " + listener.getClass().getName())
                .hasMessageContaining("of sample.ping from target one: it is not registered there.")
                .hasMessageEndingWith("a second lambda or method reference is another object.");
    }

    @Test
    @Tag("E-4")
    void listenerCannotBeRemovedTwice() {
        Events.on(one).ping(listener);
        Events.on(one).remove(SampleEvents.PING, listener);

        assertThatThrownBy(() -> Events.on(one).remove(SampleEvents.PING, listener))
                .isInstanceOf(NoSuchListenerException.class);
    }

    @Test
    @Tag("E-3")
    void removalNeedsTheTargetGivenToListenAndNamesIt() {
        Events.on(all).ping(listener);

        assertThatThrownBy(() -> Events.on(one).remove(SampleEvents.PING, listener))
                .isInstanceOf(NoSuchListenerException.class)
                .hasMessageEndingWith(
                        "It runs there because it is registered on all targets. Remove it from that target.");
        assertThat(trace.ofPing(one)).containsExactly("x");
    }

    @Test
    @Tag("E-3")
    void propagatedCopyCannotBeRemovedFromTheSubclass() {
        SampleTarget child = one.inheriting("child");
        Events.on(one).propagate().ping(listener);

        assertThatThrownBy(() -> Events.on(child).remove(SampleEvents.PING, listener))
                .isInstanceOf(NoSuchListenerException.class)
                .hasMessageContaining("registered on target one");
        assertThat(trace.ofPing(one)).containsExactly("x");
    }

    @Test
    @Tag("E-3")
    void containsKnowsTheTargetGivenToListenOnly() {
        SampleTarget child = one.inheriting("child");
        Events.on(one).propagate().ping(listener);

        assertThat(Events.on(one).contains(SampleEvents.PING, listener)).isTrue();
        assertThat(Events.on(child).contains(SampleEvents.PING, listener)).isFalse();
        assertThat(Events.on(all).contains(SampleEvents.PING, listener)).isFalse();
    }

    @Test
    @Tag("E-2")
    void containsKnowsTheEventGivenToListenOnly() {
        Events.on(one).ping(listener);

        assertThat(Events.on(one).contains(SampleEvents.PONG, listener)).isFalse();
    }

    @Test
    @Tag("E-2")
    void freshLambdaOfTheSameCodeIsAnotherListener() {
        Events.on(one).ping(trace.as("x"));
        Events.on(one).ping(trace.as("x"));

        assertThat(trace.ofPing(one)).containsExactly("x", "x");
    }

    @Test
    @Tag("E-2")
    void listenersAreToldApartByIdentityNotByEquality() {
        record Equal(Trace trace) implements Watcher<Object> {
            @Override
            public void on(Object event) {
                trace.add("equal");
            }
        }
        Events.on(one).ping(new Equal(trace));
        Events.on(one).ping(new Equal(trace));

        assertThat(trace.ofPing(one)).containsExactly("equal", "equal");
    }

    @Test
    @Tag("E-5")
    void secondRegistrationOnAnInstanceIsIgnored() {
        Subscription known = Events.on(one).ping(listener);

        assertThat(Events.on(one).first().ping(listener)).isSameAs(known);
        assertThat(trace.ofPing(one)).containsExactly("x");
    }

    @Test
    @Tag("E-5")
    void secondRegistrationOnAClassLevelTargetIsIgnored() {
        Events.on(all).ping(listener);
        Events.on(all).ping(listener);

        assertThat(trace.ofPing(one)).containsExactly("x");
        Events.on(all).remove(SampleEvents.PING, listener);
        assertThat(trace.ofPing(one)).isEmpty();
    }

    @Test
    @Tag("E-5")
    void secondRegistrationOfAChangerIsIgnored() {
        Changer<SampleEvents.Label, String> changer = e -> e.value() + "!";
        Events.on(one).replaceLabel(changer);
        Events.on(one).replaceLabel(changer);

        assertThat(one.label("a")).isEqualTo("a!");
    }

    @Test
    @Tag("E-5")
    void sameListenerOfTwoEventsIsTwoRegistrations() {
        Events.on(one).ping(listener);
        Events.on(one).pong(listener);

        one.ping();
        one.pong();

        assertThat(trace.entries()).containsExactly("x", "x");
    }

    @Test
    @Tag("E-2")
    void changerIsRemovedByTheObjectThatWasGiven() {
        Changer<SampleEvents.Label, String> changer = e -> "changed";
        Events.on(one).replaceLabel(changer);
        Events.on(one).remove(SampleEvents.LABEL, changer);

        assertThat(one.label("a")).isEqualTo("a");
    }
}
