package dev.grapnel.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E-8")
class OnceTest {
    private final Trace trace = new Trace();
    private final SampleTarget target = SampleTarget.alone("target");

    @Test
    void listenerRunsAtTheFirstDispatchOnly() {
        Events.on(target).once().ping(trace.as("once"));
        Events.on(target).ping(trace.as("always"));

        assertThat(trace.ofPing(target)).containsExactly("once", "always");
        assertThat(trace.ofPing(target)).containsExactly("always");
    }

    @Test
    void exceptionConsumesTheSingleRun() {
        Events.on(target).once().ping(e -> {
            trace.add("once");
            throw new IllegalStateException("refused");
        });

        assertThatThrownBy(target::ping).hasMessage("refused");
        target.ping();

        assertThat(trace.entries()).containsExactly("once");
    }

    @Test
    void removalWorksWithTheOriginalListenerAfterItRan() {
        Watcher<Object> listener = trace.as("once");
        Events.on(target).once().ping(listener);
        target.ping();

        assertThat(Events.on(target).contains(SampleEvents.PING, listener)).isTrue();
        Events.on(target).remove(SampleEvents.PING, listener);
        assertThat(Events.on(target).contains(SampleEvents.PING, listener)).isFalse();
    }

    @Test
    void listenerThatFiresItsOwnEventRunsOnce() {
        Events.on(target).once().ping(e -> {
            trace.add("once");
            target.ping();
        });

        assertThat(trace.ofPing(target)).containsExactly("once");
    }

    @Test
    @Tag("E-13")
    void spentChangerReturnsNothingSoTheValueBecomesNull() {
        Events.on(target).once().replaceLabel(e -> "changed");

        assertThat(target.label("a")).isEqualTo("changed");
        assertThat(target.label("b")).isNull();
    }

    @Test
    void classLevelListenerRunsOnceOverAllInstances() {
        SampleTarget all = SampleTarget.classLevel("all");
        Events.on(all).once().ping(trace.as("once"));

        assertThat(trace.ofPing(all.instance("one"))).containsExactly("once");
        assertThat(trace.ofPing(all.instance("two"))).isEmpty();
    }
}
