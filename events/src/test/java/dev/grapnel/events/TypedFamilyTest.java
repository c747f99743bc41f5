package dev.grapnel.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TypedFamilyTest {
    private final SampleTarget target = SampleTarget.alone("target");

    @Test
    @Tag("E-9")
    void listenerReadsTheEventByNamedAccessors() {
        List<String> senders = new ArrayList<>();
        Events.on(target).ping(e -> senders.add(e.from()));

        target.ping("ada");

        assertThat(senders).containsExactly("ada");
    }

    @Test
    void modifiersChainAndKeepTheFamily() {
        Trace trace = new Trace();
        Events.on(target).ping(trace.as("plain"));
        Events.on(target).once().first().propagate().ping(trace.as("once and first"));

        assertThat(trace.ofPing(target)).containsExactly("once and first", "plain");
        assertThat(trace.ofPing(target)).containsExactly("plain");
    }

    @Test
    void modifierLeavesTheFamilyItWasCalledOnAsItWas() {
        Trace trace = new Trace();
        SampleEvents plain = Events.on(target);
        plain.first();
        plain.ping(trace.as("a"));
        plain.ping(trace.as("b"));

        assertThat(trace.ofPing(target)).containsExactly("a", "b");
    }

    @Test
    void eventsOfOneFamilyDoNotMix() {
        Trace trace = new Trace();
        Events.on(target).ping(trace.as("ping"));
        Events.on(target).pong(trace.as("pong"));

        assertThat(trace.ofPing(target)).containsExactly("ping");
    }

    @Test
    void changerReplacesByWhatItReturns() {
        Events.on(target).replaceLabel(e -> e.value().strip());

        assertThat(target.label(" ada ")).isEqualTo("ada");
    }

    @Test
    void typedAndLowLevelMethodsShareOneRegistry() {
        Watcher<SampleEvents.Ping> watcher = e -> {};
        Events.on(target).ping(watcher);

        assertThat(target.dispatch().contains(SampleEvents.PING, watcher)).isTrue();
        Events.on(target).remove(SampleEvents.PING, watcher);
        assertThat(Events.on(target).contains(SampleEvents.PING, watcher)).isFalse();
    }
}
