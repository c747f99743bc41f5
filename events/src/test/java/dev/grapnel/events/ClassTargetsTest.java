package dev.grapnel.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E-19")
class ClassTargetsTest {
    interface Audited {}

    interface Tracked extends Audited {}

    static class Base {}

    static class Middle extends Base implements Tracked {}

    static class Leaf extends Middle {}

    private final Trace trace = new Trace();
    private final ClassTargets targets = ClassTargets.of(SampleEvents.CATALOG);

    @Nested
    class ClassNotInUse {
        @Test
        void listenerIsHeldAndAppliedWhenTheClassIsAttached() {
            listen(Base.class, "base");

            assertThat(trace.ofPing(attach(Base.class))).containsExactly("base");
        }

        @Test
        void listenerWithoutPropagateIsNotAppliedToASubclass() {
            listen(Base.class, "base");

            assertThat(trace.ofPing(attach(Leaf.class))).isEmpty();
        }

        @Test
        void propagatingListenerIsAppliedToASubclass() {
            listenPropagating(Base.class, "base");

            assertThat(trace.ofPing(attach(Leaf.class))).containsExactly("base");
        }

        @Test
        void propagatingListenerOnAnInterfaceIsAppliedToItsClasses() {
            listenPropagating(Audited.class, "audited");

            assertThat(trace.ofPing(attach(Leaf.class))).containsExactly("audited");
            assertThat(trace.ofPing(attach(Base.class))).isEmpty();
        }

        @Test
        void propagatingListenerIsAppliedAtOnceToSubclassesInUse() {
            Dispatch leaf = attach(Leaf.class);
            listenPropagating(Base.class, "base");
            listen(Audited.class, "audited, for itself only");

            assertThat(trace.ofPing(leaf)).containsExactly("base");
        }

        @Test
        void listenersOfTheClassRunBeforeThoseOfItsSupertypes() {
            listenPropagating(Audited.class, "audited");
            listenPropagating(Base.class, "base");
            listenPropagating(Middle.class, "middle");
            listen(Leaf.class, "leaf 1");
            listen(Leaf.class, "leaf 2");

            assertThat(trace.ofPing(attach(Leaf.class)))
                    .containsExactly("leaf 1", "leaf 2", "middle", "base", "audited");
        }

        @Test
        @Tag("E-25")
        void heldFirstListenersGoToTheFront() {
            listen(Leaf.class, "plain");
            targets.on(Leaf.class).listen(SampleEvents.PING, trace.as("first 1"), ListenOptions.NONE.withFirst());
            targets.on(Leaf.class).listen(SampleEvents.PING, trace.as("first 2"), ListenOptions.NONE.withFirst());

            assertThat(trace.ofPing(attach(Leaf.class))).containsExactly("first 2", "first 1", "plain");
        }

        @Test
        void listenerThatComesAsHeldAndByInheritanceRunsOnce() {
            listenPropagating(Base.class, "base");
            Dispatch base = attach(Base.class);
            Dispatch leaf = attach(Leaf.class);
            leaf.inherit(base);

            assertThat(trace.ofPing(leaf)).containsExactly("base");
        }

        @Test
        void changerIsHeldToo() {
            targets.on(Base.class).change(SampleEvents.LABEL, e -> "changed", ListenOptions.NONE);
            SampleEvents.Label event = new SampleEvents.Label("a", "");
            attach(Base.class).listeners(SampleEvents.LABEL).fire(event);

            assertThat(event.value()).isEqualTo("changed");
        }

        @Test
        @Tag("E-5")
        void secondRegistrationIsIgnored() {
            Watcher<Object> listener = trace.as("x");
            Subscription known = targets.on(Base.class).listen(SampleEvents.PING, listener, ListenOptions.NONE);

            assertThat(targets.on(Base.class).listen(SampleEvents.PING, listener, ListenOptions.NONE))
                    .isSameAs(known);
            assertThat(trace.ofPing(attach(Base.class))).containsExactly("x");
        }

        @Test
        @Tag("E-5")
        void heldListenerRegisteredAgainOnTheClassInUseIsIgnored() {
            Watcher<Object> listener = trace.as("x");
            targets.on(Base.class).listen(SampleEvents.PING, listener, ListenOptions.NONE);
            Dispatch base = attach(Base.class);
            targets.on(Base.class).listen(SampleEvents.PING, listener, ListenOptions.NONE);

            assertThat(trace.ofPing(base)).containsExactly("x");
        }

        @Test
        @Tag("E-4")
        void removedListenerIsNotApplied() {
            Watcher<Object> listener = trace.as("x");
            targets.on(Base.class).listen(SampleEvents.PING, listener, ListenOptions.NONE);
            targets.on(Base.class).remove(SampleEvents.PING, listener);

            assertThat(targets.on(Base.class).contains(SampleEvents.PING, listener))
                    .isFalse();
            assertThat(trace.ofPing(attach(Base.class))).isEmpty();
        }

        @Test
        @Tag("E-4")
        void closedHeldListenerLeavesTheClassesItWasAppliedTo() {
            Subscription held = listenPropagating(Base.class, "base");
            Dispatch base = attach(Base.class);
            Dispatch leaf = attach(Leaf.class);

            held.close();

            assertThat(trace.ofPing(base)).isEmpty();
            assertThat(trace.ofPing(leaf)).isEmpty();
        }
    }

    @Nested
    class ClassInUse {
        private final Dispatch base = attach(Base.class);

        @Test
        void listenerRunsAtOnce() {
            listen(Base.class, "base");

            assertThat(trace.ofPing(base)).containsExactly("base");
        }

        @Test
        @Tag("E-10")
        void propagatingListenerReachesSubclassesByInheritance() {
            Dispatch leaf = attach(Leaf.class);
            leaf.inherit(base);
            listenPropagating(Base.class, "base");

            assertThat(trace.ofPing(leaf)).containsExactly("base");
        }

        @Test
        @Tag("E-3")
        void listenerIsKnownOnTheClassNotOnItsDispatch() {
            Watcher<Object> listener = trace.as("x");
            targets.on(Base.class).listen(SampleEvents.PING, listener, ListenOptions.NONE);

            assertThat(targets.on(Base.class).contains(SampleEvents.PING, listener))
                    .isTrue();
            assertThat(base.contains(SampleEvents.PING, listener)).isFalse();
            assertThatThrownBy(() -> base.remove(SampleEvents.PING, listener))
                    .isInstanceOf(NoSuchListenerException.class)
                    .hasMessageContaining("registered on class " + Base.class.getName());
        }

        @Test
        @Tag("E-3")
        void listenerOfTheDispatchIsNotKnownOnTheClass() {
            Watcher<Object> listener = trace.as("x");
            base.listen(SampleEvents.PING, listener, ListenOptions.NONE);

            assertThat(targets.on(Base.class).contains(SampleEvents.PING, listener))
                    .isFalse();
            assertThatThrownBy(() -> targets.on(Base.class).remove(SampleEvents.PING, listener))
                    .isInstanceOf(NoSuchListenerException.class)
                    .hasMessageContaining("registered on base's dispatch");
        }

        @Test
        @Tag("E-4")
        void listenerIsRemovedByTheClass() {
            Watcher<Object> listener = trace.as("x");
            targets.on(Base.class).listen(SampleEvents.PING, listener, ListenOptions.NONE);
            targets.on(Base.class).remove(SampleEvents.PING, listener);

            assertThat(trace.ofPing(base)).isEmpty();
        }
    }

    @Nested
    class ClassOutOfUse {
        @Test
        void heldListenerIsAppliedAgain() {
            listen(Base.class, "base");
            attach(Base.class);
            targets.detach(Base.class);

            assertThat(trace.ofPing(attach(Base.class))).containsExactly("base");
        }

        @Test
        void listenerRegisteredWhileInUseIsRemoved() {
            attach(Base.class);
            Subscription direct = listen(Base.class, "base");
            targets.detach(Base.class);

            assertThat(direct.isActive()).isFalse();
            assertThat(trace.ofPing(attach(Base.class))).isEmpty();
        }

        @Test
        void listenerRegisteredAfterwardsIsHeld() {
            attach(Base.class);
            targets.detach(Base.class);
            listen(Base.class, "base");

            assertThat(trace.ofPing(attach(Base.class))).containsExactly("base");
        }

        @Test
        void attachedNamesTheClassesInUse() {
            Dispatch base = attach(Base.class);
            attach(Leaf.class);
            targets.detach(Leaf.class);

            assertThat(targets.attached()).containsOnlyKeys(Base.class).containsValue(base);
        }
    }

    @Test
    @Tag("E-4")
    void unknownListenerCannotBeRemoved() {
        assertThatThrownBy(() -> targets.on(Base.class).remove(SampleEvents.PING, trace.as("x")))
                .isInstanceOf(NoSuchListenerException.class)
                .hasMessageContaining("from class " + Base.class.getName());
    }

    @Test
    void familyIsBoundToAClassByItsDoor() {
        new SampleEvents(targets.on(Base.class), ListenOptions.NONE).propagate().ping(trace.as("base"));

        assertThat(trace.ofPing(attach(Leaf.class))).containsExactly("base");
    }

    private Dispatch attach(Class<?> type) {
        Dispatch dispatch =
                Dispatch.of(SampleEvents.CATALOG, type.getSimpleName().toLowerCase(Locale.ROOT) + "'s dispatch", null);
        targets.attach(type, dispatch);
        return dispatch;
    }

    private Subscription listen(Class<?> type, String name) {
        return targets.on(type).listen(SampleEvents.PING, trace.as(name), ListenOptions.NONE);
    }

    private Subscription listenPropagating(Class<?> type, String name) {
        return targets.on(type).listen(SampleEvents.PING, trace.as(name), ListenOptions.NONE.withPropagate(true));
    }
}
