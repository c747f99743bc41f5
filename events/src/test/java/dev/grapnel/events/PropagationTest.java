package dev.grapnel.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PropagationTest {
    private final Trace trace = new Trace();
    private final SampleTarget parent = SampleTarget.alone("parent");

    @Test
    @Tag("E-10")
    void listenerWithoutPropagateDoesNotRunForSubclass() {
        SampleTarget child = parent.inheriting("child");
        Events.on(parent).ping(trace.as("parent"));

        assertThat(trace.ofPing(child)).isEmpty();
    }

    @Test
    @Tag("E-10")
    @Tag("E-11")
    void propagateReachesSubclassesThatExist() {
        SampleTarget child = parent.inheriting("child");
        SampleTarget grandchild = child.inheriting("grandchild");
        Events.on(parent).propagate().ping(trace.as("parent"));

        assertThat(trace.ofPing(child)).containsExactly("parent");
        assertThat(trace.ofPing(grandchild)).containsExactly("parent");
    }

    @Test
    @Tag("E-10")
    @Tag("E-11")
    void propagateReachesSubclassesMadeLater() {
        Events.on(parent).propagate().ping(trace.as("parent"));
        SampleTarget child = parent.inheriting("child");
        SampleTarget grandchild = child.inheriting("grandchild");

        assertThat(trace.ofPing(child)).containsExactly("parent");
        assertThat(trace.ofPing(grandchild)).containsExactly("parent");
    }

    @Test
    void propagateDoesNotGoUpwards() {
        SampleTarget child = parent.inheriting("child");
        Events.on(child).propagate().ping(trace.as("child"));

        assertThat(trace.ofPing(parent)).isEmpty();
    }

    @Test
    @Tag("E-24")
    void listenerAddedToSuperclassLaterGoesBehindThoseOfTheSubclass() {
        SampleTarget child = parent.inheriting("child");
        Events.on(child).ping(trace.as("child"));
        Events.on(parent).propagate().ping(trace.as("parent"));

        assertThat(trace.ofPing(child)).containsExactly("child", "parent");
    }

    @Test
    @Tag("E-24")
    void copiedListenersComeFirstInANewSubclass() {
        Events.on(parent).propagate().ping(trace.as("parent"));
        SampleTarget child = parent.inheriting("child");
        Events.on(child).ping(trace.as("child"));

        assertThat(trace.ofPing(child)).containsExactly("parent", "child");
    }

    @Test
    @Tag("E-24")
    @Tag("E-25")
    void copiesKeepTheOrderOfTheSuperclass() {
        Events.on(parent).propagate().ping(trace.as("plain"));
        Events.on(parent).propagate().first().ping(trace.as("first 1"));
        Events.on(parent).propagate().first().ping(trace.as("first 2"));
        SampleTarget child = parent.inheriting("child");

        assertThat(trace.ofPing(child)).containsExactly("first 2", "first 1", "plain");
    }

    @Test
    @Tag("E-24")
    @Tag("E-25")
    void firstPropagatedToAnExistingSubclassGoesToItsFront() {
        SampleTarget child = parent.inheriting("child");
        Events.on(child).ping(trace.as("child"));
        Events.on(parent).propagate().first().ping(trace.as("parent"));

        assertThat(trace.ofPing(child)).containsExactly("parent", "child");
    }

    @Test
    @Tag("E-4")
    void removalTakesAllCopiesAway() {
        Watcher<Object> listener = trace.as("parent");
        SampleTarget before = parent.inheriting("before");
        Events.on(parent).propagate().ping(listener);
        SampleTarget after = parent.inheriting("after");

        Events.on(parent).remove(SampleEvents.PING, listener);

        assertThat(trace.ofPing(before)).isEmpty();
        assertThat(trace.ofPing(after)).isEmpty();
        assertThat(trace.ofPing(parent.inheriting("later"))).isEmpty();
    }

    @Test
    void listenerInheritedOnTwoWaysRunsOnce() {
        SampleTarget left = parent.inheriting("left");
        SampleTarget right = parent.inheriting("right");
        SampleTarget both = left.inheriting("both");
        both.dispatch().inherit(right.dispatch());
        Events.on(parent).propagate().ping(trace.as("parent"));

        assertThat(trace.ofPing(both)).containsExactly("parent");
    }

    @Test
    @Tag("E-8")
    void onceCountsOverAllCopies() {
        SampleTarget child = parent.inheriting("child");
        Events.on(parent).propagate().once().ping(trace.as("once"));

        assertThat(trace.ofPing(child)).containsExactly("once");
        assertThat(trace.ofPing(parent)).isEmpty();
    }

    @Test
    @Tag("E-2")
    void sameListenerOnSuperclassAndSubclassIsTwoRegistrations() {
        SampleTarget child = parent.inheriting("child");
        Watcher<Object> listener = trace.as("x");
        Events.on(parent).propagate().ping(listener);
        Events.on(child).ping(listener);

        assertThat(trace.ofPing(child)).containsExactly("x", "x");
        Events.on(child).remove(SampleEvents.PING, listener);
        assertThat(trace.ofPing(child)).containsExactly("x");
    }

    @Test
    void clearedSubclassLosesItsCopiesAndTheSuperclassKeepsItsListener() {
        SampleTarget child = parent.inheriting("child");
        SampleTarget sibling = parent.inheriting("sibling");
        Subscription above = Events.on(parent).propagate().ping(trace.as("parent"));
        Subscription own = Events.on(child).ping(trace.as("child"));

        child.dispatch().clear();

        assertThat(trace.ofPing(child)).isEmpty();
        assertThat(trace.ofPing(parent)).containsExactly("parent");
        assertThat(trace.ofPing(sibling)).containsExactly("parent");
        assertThat(above.isActive()).isTrue();
        assertThat(own.isActive()).isFalse();
    }

    @Test
    void clearedSuperclassTakesItsCopiesAway() {
        SampleTarget child = parent.inheriting("child");
        Events.on(parent).propagate().ping(trace.as("parent"));
        Events.on(child).ping(trace.as("child"));

        parent.dispatch().clear();

        assertThat(trace.ofPing(child)).containsExactly("child");
    }
}
