package dev.grapnel.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.StateOwner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The values of an object")
class ValueBooksTest {
    private final Owner owner = new Owner();
    private ClassManager manager;
    private Thing thing;
    private InstanceState state;
    private int name;
    private int list;

    @BeforeEach
    void manage() {
        manager = Thing.manage();
        thing = new Thing("a");
        thing.list.add(new Thing("element"));
        state = ClassManager.requireState(thing);
        name = manager.tracker("name").index();
        list = manager.tracker("list").index();
        ValueBooks.commitAll(state);
        state.owner(owner);
    }

    @AfterEach
    void release() {
        state.owner(null);
        manager.release();
    }

    @Nested
    @DisplayName("that all expire")
    class AllExpired {

        @Test
        @Tag("I-23")
        void areGoneAndToBeReloaded() {
            ValueBooks.expire(state);

            assertThat(state.isExpired()).isTrue();
            for (AttributeTracker attribute : manager.trackers()) {
                assertThat(state.has(attribute.index())).as(attribute.name()).isFalse();
                assertThat(state.isExpired(attribute.index()))
                        .as(attribute.name())
                        .isTrue();
            }
        }

        @Test
        @Tag("I-23")
        void takeHistoryQueuesParentsAndLoadersAlong() {
            thing.name = "b";
            state.makePending(list).add(new Thing("x"));
            state.parent("holder", state);
            state.loader(name, "loader");

            ValueBooks.expire(state);

            assertThat(state.hasChanges()).isFalse();
            assertThat(state.isModified()).isFalse();
            assertThat(state.pending(list)).isNull();
            assertThat(state.parents()).isEmpty();
            assertThat(state.loader(name)).isNull();
        }

        @Test
        void tellTheSessionThatTheObjectIsCleanIfItWasNot() {
            ValueBooks.expire(state);
            assertThat(owner.clean).isEmpty();

            thing.name = "b";
            ValueBooks.expire(state);
            assertThat(owner.clean).containsExactly(state);
        }

        @Test
        void leaveCollectionsBehindThatBelongToTheObjectNoMore() {
            CollectionAdapter adapter = ((TrackedCollection) thing.list).adapter();

            ValueBooks.expire(state);

            assertThat(adapter.isInvalidated()).isTrue();
        }

        @Test
        void tellListenersOfAllAttributes() {
            List<Object> told = new ArrayList<>();
            manager.events().expire(e -> told.add(String.valueOf(e.attributes())));

            ValueBooks.expire(state);

            assertThat(told).hasSize(1);
        }
    }

    @Nested
    @DisplayName("of which some expire")
    class SomeExpired {

        @Test
        void leaveTheOthersAlone() {
            ValueBooks.expire(state, List.of("name"), false);

            assertThat(state.has(name)).isFalse();
            assertThat(state.isExpired(name)).isTrue();
            assertThat(state.has(list)).isTrue();
            assertThat(state.isExpired()).isFalse();
        }

        @Test
        void forgetTheirHistoryAndQueues() {
            thing.name = "b";
            state.loader(name, "loader");
            state.makePending(list).add(new Thing("x"));

            ValueBooks.expire(state, List.of("name", "list"), false);

            assertThat(state.isChanged(name)).isFalse();
            assertThat(state.loader(name)).isNull();
            assertThat(state.pending(list)).isNull();
        }

        @Test
        void areNotReloadedWithTheRowIfTheyAreRelationships() {
            CollectionAdapter adapter = ((TrackedCollection) thing.list).adapter();

            ValueBooks.expire(state, List.of("list"), false);

            assertThat(state.isExpired(list)).isFalse();
            assertThat(state.has(list)).isFalse();
            assertThat(adapter.isInvalidated()).isTrue();
        }

        @Test
        void stayIfTheyHaveALoaderOfTheirOwnAndThatIsAskedFor() {
            state.loader(name, "loader");

            ValueBooks.expire(state, List.of("name"), true);
            assertThat(state.has(name)).isTrue();

            state.loader(name, null);
            ValueBooks.expire(state, List.of("name"), true);
            assertThat(state.has(name)).isFalse();
        }

        @Test
        void stayIfTheAttributeHasALoaderAndThatIsAskedFor() {
            manager.tracker("name").loader((loading, passive) -> "loaded");

            ValueBooks.expire(state, List.of("name"), true);

            assertThat(state.has(name)).isTrue();
        }
    }

    @Nested
    @DisplayName("that are committed")
    class Committed {

        @Test
        void areWhatTheStoreHas() {
            thing.name = "b";
            state.makePending(list).add(new Thing("x"));
            state.expired(true);

            ValueBooks.commitAll(state);

            assertThat(state.hasChanges()).isFalse();
            assertThat(state.isModified()).isFalse();
            assertThat(state.pending(list)).isNull();
            assertThat(state.isExpired()).isFalse();
            assertThat(owner.clean).containsExactly(state);
        }

        @Test
        void areNotExpiredAnyMoreIfTheyAreThere() {
            state.expired(name, true);
            state.drop(list);
            state.expired(list, true);

            ValueBooks.commitAll(state);

            assertThat(state.isExpired(name)).isFalse();
            assertThat(state.isExpired(list)).isTrue();
        }

        @Test
        void mayBeSomeOfThem() {
            thing.name = "b";
            thing.reference = new Thing("r");
            state.loader(name, "loader");
            state.expired(name, true);
            state.expired(true);

            ValueBooks.commit(state, List.of("name"));

            assertThat(state.isChanged(name)).isFalse();
            assertThat(state.isExpired(name)).isFalse();
            assertThat(state.loader(name)).isNull();
            assertThat(state.isExpired()).isFalse();
            assertThat(state.isChanged(manager.tracker("reference").index())).isTrue();
        }

        @Test
        void keepTheLoaderOfOneThatIsNotThere() {
            state.drop(name);
            state.expired(name, true);
            state.loader(name, "loader");

            ValueBooks.commit(state, List.of("name"));

            assertThat(state.isExpired(name)).isTrue();
            assertThat(state.loader(name)).isEqualTo("loader");
        }
    }

    /** Notes which objects became clean. */
    private static final class Owner implements StateOwner {
        private final List<InstanceState> clean = new ArrayList<>();

        @Override
        public void firstModification(InstanceState state) {
            clean.remove(state);
        }

        @Override
        public void noLongerModified(InstanceState state) {
            clean.add(state);
        }

        @Override
        public boolean containsState(InstanceState state) {
            return state.owner() == this;
        }

        @Override
        public boolean isNew(InstanceState state) {
            return state.key() == null;
        }

        @Override
        public void saveOrUpdate(InstanceState state) {
            state.owner(this);
        }

        @Override
        public void evict(InstanceState state) {
            state.owner(null);
        }

        @Override
        public boolean isWriting() {
            return false;
        }

        @Override
        public void warnDuringFlush(String operation) {
            // there is no flush
        }
    }
}
