package dev.grapnel.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WrongFamilyTest {
    private static final EventCatalog OTHER = new EventCatalog("other");
    private static final EventKey<Object> STRANGE = OTHER.key("strange");

    private final SampleTarget target = SampleTarget.alone("the target");
    private final Watcher<Object> listener = e -> {};

    @Test
    @Tag("E-1")
    void listeningToAnEventOfAnotherFamilyNamesBothAndTheEventsThereAre() {
        assertThatThrownBy(() -> Events.on(target).listen(STRANGE, listener))
                .isInstanceOf(NoSuchEventException.class)
                .hasMessage(
                        "Cannot find event other.strange on the target: a target of family 'sample' has no such event."
                                + " Its events are [sample.ping, sample.pong, sample.label].");
    }

    @Test
    void eventOfAnotherFamilyIsRefusedAlsoWhereItsSlotIsTaken() {
        Events.on(target).ping(listener);

        assertThatThrownBy(() -> Events.on(target).listen(STRANGE, listener)).isInstanceOf(NoSuchEventException.class);
        assertThatThrownBy(() -> target.dispatch().listeners(STRANGE)).isInstanceOf(NoSuchEventException.class);
        assertThatThrownBy(() -> target.dispatch().current(STRANGE)).isInstanceOf(NoSuchEventException.class);
    }

    @Test
    @Tag("E-1")
    void removingAnEventOfAnotherFamilyIsRefused() {
        assertThatThrownBy(() -> Events.on(target).remove(STRANGE, listener)).isInstanceOf(NoSuchEventException.class);
    }

    @Test
    @Tag("E-1")
    void askingForAnEventOfAnotherFamilyIsRefused() {
        assertThatThrownBy(() -> Events.on(target).contains(STRANGE, listener))
                .isInstanceOf(NoSuchEventException.class);
    }

    @Test
    void classNotInUseRefusesAnEventOfAnotherFamilyAtOnce() {
        ListenPoint point = ClassTargets.of(SampleEvents.CATALOG).on(String.class);

        assertThatThrownBy(() -> point.listen(STRANGE, listener, ListenOptions.NONE))
                .isInstanceOf(NoSuchEventException.class)
                .hasMessageContaining("on class java.lang.String");
    }

    @Test
    void classTargetsWithoutAFamilyTakeTheFirstOneTheyAreGiven() {
        ListenPoint point = new ClassTargets().on(String.class);
        assertThat(point.contains(STRANGE, listener)).isFalse();
        point.listen(SampleEvents.PING, listener, ListenOptions.NONE);

        assertThatThrownBy(() -> point.listen(STRANGE, listener, ListenOptions.NONE))
                .isInstanceOf(NoSuchEventException.class);
    }

    @Test
    void targetsOfTwoFamiliesCannotBeJoined() {
        Dispatch other = Dispatch.of(OTHER, "the other", null);

        assertThatThrownBy(() -> target.dispatch().inherit(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot join the other to a target of family 'sample': it belongs to family 'other'."
                        + " Join targets of one family.");
        assertThatThrownBy(() -> Dispatch.of(SampleEvents.CATALOG, "below", other))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClassTargets.of(SampleEvents.CATALOG).attach(String.class, other))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusedListenerLeavesNothingBehind() {
        try {
            Events.on(target).listen(STRANGE, listener);
        } catch (NoSuchEventException expected) {
            assertThat(target.dispatch().current(SampleEvents.PING).isEmpty()).isTrue();
        }
    }
}
