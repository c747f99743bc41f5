package dev.grapnel.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ListenerOrderTest {
    private final Trace trace = new Trace();

    @Nested
    class OnOneTarget {
        private final SampleTarget target = SampleTarget.alone("target");

        @Test
        @Tag("E-22")
        void listenersRunInOrderOfRegistration() {
            listen(target, "a");
            listen(target, "b");
            listen(target, "c");

            assertThat(trace.ofPing(target)).containsExactly("a", "b", "c");
        }

        @Test
        @Tag("E-22")
        void firstRunsBeforeTheListenersAlreadyThere() {
            listen(target, "a");
            listen(target, "b");
            listenFirst(target, "c");

            assertThat(trace.ofPing(target)).containsExactly("c", "a", "b");
        }

        @Test
        @Tag("E-25")
        void lastRegisteredOfSeveralFirstOnesRunsFirst() {
            listenFirst(target, "a");
            listenFirst(target, "b");
            listenFirst(target, "c");

            assertThat(trace.ofPing(target)).containsExactly("c", "b", "a");
        }

        @Test
        void removedListenerLeavesTheOthersInOrder() {
            listen(target, "a");
            Subscription middle = listen(target, "b");
            listen(target, "c");

            middle.close();

            assertThat(trace.ofPing(target)).containsExactly("a", "c");
        }

        @Test
        void listenerRegisteredAgainAfterRemovalGoesToTheEnd() {
            Watcher<Object> again = trace.as("a");
            Subscription early = Events.on(target).ping(again);
            listen(target, "b");
            early.close();
            Events.on(target).ping(again);

            assertThat(trace.ofPing(target)).containsExactly("b", "a");
        }
    }

    @Nested
    class ClassLevelAndInstanceLevel {
        private final SampleTarget all = SampleTarget.classLevel("all");
        private final SampleTarget one = all.instance("one");

        @Test
        @Tag("E-22")
        void classLevelRunsFirstWhateverTheOrderOfRegistration() {
            listen(one, "one");
            listen(all, "all");

            assertThat(trace.ofPing(one)).containsExactly("all", "one");
        }

        @Test
        @Tag("E-22")
        @Tag("E-25")
        void firstOnTheInstanceDoesNotOvertakeTheClassLevel() {
            listen(all, "all");
            listen(one, "one");
            listenFirst(one, "one first");

            assertThat(trace.ofPing(one)).containsExactly("all", "one first", "one");
        }

        @Test
        @Tag("E-21")
        void classLevelListenerRunsForEveryInstancePresentAndFuture() {
            listen(all, "all");
            SampleTarget later = all.instance("later");

            assertThat(trace.ofPing(one)).containsExactly("all");
            assertThat(trace.ofPing(later)).containsExactly("all");
        }

        @Test
        void instanceListenerDoesNotRunForAnotherInstance() {
            listen(one, "one");

            assertThat(trace.ofPing(all.instance("other"))).isEmpty();
        }

        @Test
        void changeOfClassLevelReachesAListThatIsKeptByWhoFires() {
            Listeners<SampleEvents.Ping> kept = one.dispatch().listeners(SampleEvents.PING);
            Subscription above = listen(all, "all");

            assertThat(kept.isEmpty()).isFalse();
            above.close();
            assertThat(kept.isEmpty()).isTrue();
        }
    }

    @Nested
    class HierarchyOfClassLevels {
        private final SampleTarget session = SampleTarget.classLevel("session");
        private final SampleTarget maker = session.subclassTarget("maker");

        @Test
        @Tag("E-23")
        void levelsAreMergedByOrderOfRegistration() {
            listen(session, "session 1");
            listen(maker, "maker");
            listen(session, "session 2");

            assertThat(trace.ofPing(maker.instance("one"))).containsExactly("session 1", "maker", "session 2");
        }

        @Test
        @Tag("E-23")
        void newClassBeginsWithWhatItsParentsHave() {
            listen(session, "session");
            listen(maker, "maker");
            SampleTarget later = maker.subclassTarget("later");
            listen(later, "later");

            assertThat(trace.ofPing(later)).containsExactly("session", "maker", "later");
        }

        @Test
        @Tag("E-23")
        @Tag("E-25")
        void firstOfAnyLevelGoesInFrontOfAll() {
            listen(session, "session");
            listen(maker, "maker");
            listenFirst(maker, "maker first");
            listenFirst(session, "session first");

            assertThat(trace.ofPing(maker)).containsExactly("session first", "maker first", "session", "maker");
        }

        @Test
        @Tag("E-17")
        void listenersOfTwoSiblingsNeverMix() {
            SampleTarget other = session.subclassTarget("other maker");
            listen(maker, "maker");
            listen(other, "other");

            assertThat(trace.ofPing(maker.instance("one"))).containsExactly("maker");
            assertThat(trace.ofPing(other.instance("two"))).containsExactly("other");
        }

        @Test
        @Tag("E-17")
        void listenerOfTheNarrowClassDoesNotRunForTheWideOne() {
            listen(maker, "maker");

            assertThat(trace.ofPing(session.instance("one"))).isEmpty();
        }
    }

    private Subscription listen(SampleTarget target, String name) {
        return Events.on(target).ping(trace.as(name));
    }

    private void listenFirst(SampleTarget target, String name) {
        Events.on(target).first().ping(trace.as(name));
    }
}
