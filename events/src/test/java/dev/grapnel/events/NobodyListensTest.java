package dev.grapnel.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NobodyListensTest {
    private final SampleTarget all = SampleTarget.classLevel("all");
    private final SampleTarget target = all.instance("target");

    @Test
    @Tag("E-33")
    void targetsOnWhichNobodyListensShareOneEmptyList() {
        assertThat(target.dispatch().current(SampleEvents.PING))
                .isSameAs(SampleTarget.alone("other").dispatch().current(SampleEvents.PING))
                .isSameAs(target.dispatch().current(SampleEvents.PONG));
    }

    @Test
    @Tag("E-33")
    void targetWithoutOwnListenersFiresTheListOfItsClassLevel() {
        Events.on(all).ping(e -> {});

        assertThat(target.dispatch().current(SampleEvents.PING))
                .isSameAs(all.dispatch().current(SampleEvents.PING));
    }

    @Test
    @Tag("E-33")
    void firstListenerGivesTheTargetAListOfItsOwn() {
        Events.on(target).ping(e -> {});

        assertThat(target.dispatch().current(SampleEvents.PING).isEmpty()).isFalse();
        assertThat(all.dispatch().current(SampleEvents.PING).isEmpty()).isTrue();
        assertThat(SampleTarget.alone("other")
                        .dispatch()
                        .current(SampleEvents.PING)
                        .isEmpty())
                .isTrue();
    }

    @Test
    @Tag("E-34")
    void listIsEmptyUntilSomebodyListens() {
        Listeners<SampleEvents.Ping> listeners = target.dispatch().listeners(SampleEvents.PING);

        assertThat(listeners.isEmpty()).isTrue();
        Events.on(target).ping(e -> {});
        assertThat(listeners.isEmpty()).isFalse();
    }

    @Test
    @Tag("E-34")
    void listIsEmptyAgainWhenTheLastListenerIsGone() {
        Listeners<SampleEvents.Ping> listeners = target.dispatch().listeners(SampleEvents.PING);
        Subscription own = Events.on(target).ping(e -> {});
        Subscription above = Events.on(all).ping(e -> {});

        own.close();
        assertThat(listeners.isEmpty()).isFalse();
        above.close();
        assertThat(listeners.isEmpty()).isTrue();
    }

    @Test
    @Tag("E-34")
    void firingIntoAnEmptyListDoesNothing() {
        target.dispatch().current(SampleEvents.PING).fire(new SampleEvents.Ping("nobody"));

        assertThat(target.dispatch().current(SampleEvents.PING).snapshot()).isEmpty();
    }
}
