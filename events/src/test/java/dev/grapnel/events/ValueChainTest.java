package dev.grapnel.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E-13")
class ValueChainTest {
    private final SampleTarget target = SampleTarget.alone("target");

    @Test
    void eachChangerSeesWhatTheOneBeforeReturned() {
        Events.on(target).replaceLabel(e -> e.value() + "b");
        Events.on(target).replaceLabel(e -> e.value() + "c");

        assertThat(target.label("a")).isEqualTo("abc");
    }

    @Test
    void watcherSeesTheCurrentValueAndReplacesNothing() {
        Trace trace = new Trace();
        Events.on(target).replaceLabel(e -> "changed");
        Events.on(target).watchLabel(e -> trace.add(e.value()));

        assertThat(target.label("a")).isEqualTo("changed");
        assertThat(trace.entries()).containsExactly("changed");
    }

    @Test
    void watcherBeforeAChangerSeesTheValueGivenToTheOperation() {
        Trace trace = new Trace();
        Events.on(target).watchLabel(e -> trace.add(e.value()));
        Events.on(target).replaceLabel(e -> "changed");

        target.label("a");

        assertThat(trace.entries()).containsExactly("a");
    }

    @Test
    void returnedNullReplacesTheValue() {
        Events.on(target).replaceLabel(e -> null);

        assertThat(target.label("a")).isNull();
    }

    @Test
    void changerThatThrowsLeavesTheValueOfTheChangersBeforeIt() {
        SampleEvents.Label event = new SampleEvents.Label("a", "");
        Events.on(target).replaceLabel(e -> "b");
        Events.on(target).replaceLabel(e -> {
            throw new IllegalStateException("refused");
        });

        try {
            target.dispatch().listeners(SampleEvents.LABEL).fire(event);
        } catch (IllegalStateException expected) {
            assertThat(event.value()).isEqualTo("b");
        }
    }

    @Test
    void valuesOfOneEventDoNotLeakIntoTheNext() {
        Trace trace = new Trace();
        Events.on(target).replaceLabel(e -> e.value() + "!");
        Events.on(target).watchLabel(e -> trace.add(e.oldValue() + ">" + e.value()));

        target.label("a");
        target.label("b");

        assertThat(trace.entries()).containsExactly(">a!", "a!>b!");
    }
}
