package dev.grapnel.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.instrument.ClassManager;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The state of an object")
class InstanceStateTest {
    private final Owner owner = new Owner();
    private ClassManager manager;
    private Enhanced object;
    private InstanceState state;

    @BeforeEach
    void manage() {
        manager = ClassManager.manage(Small.class, null);
        manager.addScalar("name", "name");
        manager.addScalar("count", "count");
        manager.addScalar("elsewhere", "elsewhere");
        object = (Enhanced) manager.newInstance();
        state = ClassManager.requireState(object);
    }

    @AfterEach
    void release() {
        manager.release();
    }

    // ---- values ----

    @Test
    void holdsValuesInTheFieldsAndThoseWithoutAFieldItself() {
        state.store(0, "ed");
        state.store(1, 7);
        state.store(2, "far");

        assertThat(((Small) object).name).isEqualTo("ed");
        assertThat(((Small) object).count).isEqualTo(7);
        assertThat(state.value(2)).isEqualTo("far");
    }

    @Test
    void givesAMarkerForAValueThatIsNotThereAndNullForNull() {
        assertThat(state.value(0)).isEqualTo(Marker.NO_VALUE);

        state.store(0, null);

        assertThat(state.value(0)).isNull();
        assertThat(state.has(0)).isTrue();
    }

    @Test
    void givesTheValueThatItDropsAndEmptiesTheField() {
        state.store(0, "ed");

        assertThat(state.drop(0)).isEqualTo("ed");
        assertThat(state.drop(0)).isEqualTo(Marker.NO_VALUE);
        assertThat(object.$grapnel$get(0)).isNull();
    }

    /** Attribute 0 is changed, and was written once. */
    private EnhancedType writtenOnce() {
        state.store(0, "ed");
        state.keepCommitted(0, "ed");
        state.touch();
        state.written(0);
        return manager.enhancedType();
    }

    @Test
    void letsTheNextWriteGoStraightToTheFieldOnceTheChangeIsRecorded() {
        EnhancedType type = manager.enhancedType();
        state.store(0, "ed");
        state.written(0);
        assertThat(state.isDirect(0, type)).as("nothing recorded").isFalse();

        state.keepCommitted(0, "ed");
        state.written(0);
        assertThat(state.isDirect(0, type)).as("object not modified").isFalse();

        state.touch();
        assertThat(state.isDirect(0, type)).as("not written since").isFalse();

        state.written(0);
        assertThat(state.isDirect(0, type)).isTrue();
    }

    @Test
    void letsNoWriteGoStraightToAFieldThatWasDropped() {
        EnhancedType type = writtenOnce();

        state.drop(0);
        assertThat(state.isDirect(0, type)).isFalse();

        state.written(0);
        assertThat(state.isDirect(0, type)).as("no value").isFalse();
    }

    @Test
    void letsNoWriteGoStraightToAFieldThatIsUnchangedAgain() {
        EnhancedType type = writtenOnce();

        state.forgetCommitted(0);
        assertThat(state.isDirect(0, type)).isFalse();

        state.keepCommitted(0, "al");
        assertThat(state.isDirect(0, type)).isFalse();
    }

    @Test
    void letsNoWriteGoStraightToAFieldOfAnObjectWithoutChanges() {
        EnhancedType type = writtenOnce();
        state.loadOrigin("keeps the detail");

        state.forgetAllCommitted();
        assertThat(state.isDirect(0, type)).isFalse();
    }

    @Test
    void letsNoWriteGoStraightToAFieldOfACleanObject() {
        EnhancedType type = writtenOnce();

        state.clean();
        assertThat(state.isDirect(0, type)).isFalse();

        state.touch();
        assertThat(state.isDirect(0, type)).isFalse();
    }

    @Test
    void letsAWriteGoStraightToTheFieldOfTheWrittenAttributeOnly() {
        EnhancedType type = writtenOnce();
        state.store(1, 7);
        state.keepCommitted(1, 7);

        assertThat(state.isDirect(0, type)).isTrue();
        assertThat(state.isDirect(1, type)).isFalse();

        state.written(1);
        state.forgetCommitted(0);
        assertThat(state.isDirect(0, type)).isFalse();
        assertThat(state.isDirect(1, type)).isTrue();
    }

    @Test
    void letsWritesOfOthersGoStraightWhenOneAttributeIsDroppedOrUnchangedAgain() {
        EnhancedType type = writtenOnce();
        state.store(1, 7);
        state.keepCommitted(1, 7);
        state.written(1);

        state.drop(1);
        assertThat(state.isDirect(1, type)).isFalse();
        assertThat(state.isDirect(0, type)).isTrue();

        state.store(1, 7);
        state.written(1);
        state.forgetCommitted(1);
        assertThat(state.isDirect(1, type)).isFalse();
        assertThat(state.isDirect(0, type)).isTrue();
    }

    @Test
    void letsNoWriteGoStraightToAFieldThatIsWatched() {
        EnhancedType type = writtenOnce();

        type.watch(0, true);
        assertThat(state.isDirect(0, type)).isFalse();

        type.watch(0, false);
        assertThat(state.isDirect(0, type)).isTrue();
    }

    @Test
    void hasRoomForAnAttributeThatJoinsItsClassLater() {
        state.store(2, "far");
        state.keepCommitted(0, "former");
        int late = manager.addScalar("late", "late").index();
        int later = manager.addScalar("later", "later").index();

        state.store(late, "x");
        state.keepCommitted(later, "before");
        state.store(later, "y");

        assertThat(state.value(2)).isEqualTo("far");
        assertThat(state.value(late)).isEqualTo("x");
        assertThat(state.value(later)).isEqualTo("y");
        assertThat(state.committed(0)).isEqualTo("former");
        assertThat(state.committed(later)).isEqualTo("before");
        assertThat(state.drop(late)).isEqualTo("x");
        assertThat(state.has(late)).isFalse();
        assertThat(state.value(later)).isEqualTo("y");
    }

    @Test
    void hasRoomForMoreLateAttributesThanFitIntoOneWord() {
        int last = 0;
        for (int number = 0; number < 130; number++) {
            last = manager.addScalar("late" + number, "late").index();
        }

        state.store(last, "x");
        state.expired(last, true);
        state.keepCommitted(70, "before");

        assertThat(state.value(last)).isEqualTo("x");
        assertThat(state.isExpired(last)).isTrue();
        assertThat(state.isExpired(70)).isFalse();
        assertThat(state.isChanged(70)).isTrue();
        assertThat(state.isChanged(last)).isFalse();
        assertThat(state.has(70)).isFalse();
    }

    @Test
    void hasNothingOfAnAttributeThatJoinedAfterItsBitsWereLaidOut() {
        int first = 0;
        for (int number = 0; number < 32; number++) {
            first = manager.addScalar("late" + number, "late").index();
        }
        state.expired(first, true);
        int later = 0;
        for (int number = 32; number < 100; number++) {
            later = manager.addScalar("late" + number, "late").index();
            assertThat(state.has(later)).isFalse();
        }

        assertThat(state.isExpired(later)).isFalse();
        assertThat(state.isChanged(later)).isFalse();
        assertThat(state.isExpired(first)).isTrue();
    }

    // ---- changes ----

    @Test
    void keepsAFormerValueUntilItIsForgotten() {
        state.keepCommitted(1, 3);
        assertThat(state.committed(1)).isEqualTo(3);
        assertThat(state.hasChanges()).isTrue();

        state.forgetCommitted(0);
        assertThat(state.isChanged(1)).isTrue();

        state.forgetCommitted(1);
        assertThat(state.isChanged(1)).isFalse();
        assertThat(state.hasChanges()).isFalse();
    }

    @Nested
    @DisplayName("that is touched")
    class Touched {

        @Test
        void tellsItsOwnerTheFirstTime() {
            state.owner(owner);

            state.touch();
            state.touch();

            assertThat(state.isModified()).isTrue();
            assertThat(owner.told).containsExactly(state);
        }

        @Test
        void tellsNobodyWhileItHasNoOwner() {
            state.touch();

            assertThat(state.isModified()).isTrue();
            assertThat(owner.told).isEmpty();
        }

        @Test
        void tellsAnOwnerThatCameAfterTheFirstChange() {
            state.touch();
            state.owner(owner);

            state.touch();

            assertThat(owner.told).containsExactly(state);
        }

        @Test
        void tellsItsOwnerAgainAfterItWasClean() {
            state.owner(owner);
            state.touch();
            state.clean();
            assertThat(state.isModified()).isFalse();

            state.touch();

            assertThat(owner.told).containsExactly(state, state);
        }

        @Test
        void keepsItsObjectUntilItIsClean() {
            state.owner(owner);
            state.touch();
            object = null;

            System.gc();
            assertThat(state.object()).isNotNull();

            state.clean();
            assertCollected(state);
        }

        @Test
        void keepsItsObjectUntilThatIsReleased() {
            state.owner(owner);
            state.touch();
            object = null;

            state.releaseObject();

            assertThat(state.isModified()).isTrue();
            assertCollected(state);
        }
    }

    @Test
    void saysSoWhenItsObjectIsNeededAndGone() {
        object = null;
        assertCollected(state);

        assertThatThrownBy(() -> state.requireObject())
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("The object of Small (without key) was collected while it was in use.");
    }

    private static void assertCollected(WeakReference<?> reference) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (reference.get() != null && System.nanoTime() < end) {
            System.gc();
            Thread.onSpinWait();
        }
        assertThat(reference.get()).as("still referenced").isNull();
    }

    // ---- its life ----

    @Test
    void tellsWhereTheObjectIsInItsLife() {
        assertThat(state.lifecycle()).isEqualTo(LifecycleState.TRANSIENT);
        state.owner(owner);
        assertThat(state.lifecycle()).isEqualTo(LifecycleState.PENDING);
        state.key(IdentityKey.of(Small.class, "ed", null));
        assertThat(state.lifecycle()).isEqualTo(LifecycleState.PERSISTENT);
        state.deleted(true);
        assertThat(state.lifecycle()).isEqualTo(LifecycleState.DELETED);
        state.owner(null);
        assertThat(state.lifecycle()).isEqualTo(LifecycleState.DETACHED);
    }

    @Test
    void keepsItsMarksApart() {
        state.expired(true);
        state.deleted(true);
        state.attachedOnly(true);
        state.constructionFailed();
        state.deleted(false);

        assertThat(state.isExpired()).isTrue();
        assertThat(state.isDeleted()).isFalse();
        assertThat(state.isAttachedOnly()).isTrue();
        assertThat(state.isConstructionFailed()).isTrue();
        assertThat(state.isModified()).isFalse();

        state.attachedOnly(false);
        state.expired(false);
        assertThat(state.isAttachedOnly()).isFalse();
        assertThat(state.isExpired()).isFalse();
    }

    @Test
    void holdsWhatItIsGiven() {
        IdentityKey key = IdentityKey.of(Small.class, "ed", null);
        state.key(key);
        state.owner(owner);
        state.insertOrder(3);
        state.runId(4);

        assertThat(state.key()).isEqualTo(key);
        assertThat(state.owner()).isSameAs(owner);
        assertThat(state.manager()).isSameAs(manager);
        assertThat(state.insertOrder()).isEqualTo(3);
        assertThat(state.runId()).isEqualTo(4);
        assertThat(state.isConstructionFailed()).isFalse();
    }

    @Test
    @Tag("G-28")
    void keepsTheNumberOfAResultApartFromItsMarks() {
        state.expired(true);
        state.touch();

        state.runId(InstanceState.MOST_RUNS);

        assertThat(state.runId()).isEqualTo(-1 >>> 8);
        assertThat(state.isExpired()).isTrue();
        assertThat(state.isModified()).isTrue();
        assertThat(state.isDeleted()).isFalse();
    }

    @Test
    void isReplacedWhenItIsSerialised() {
        assertThat(state.writeReplace()).isNotNull().isNotInstanceOf(InstanceState.class);
    }

    @Test
    void isPrintedWithItsKey() {
        assertThat(state).hasToString("Small (without key)");

        state.key(IdentityKey.ofParts(Small.class, new Object[] {"ed", 2}, null));

        assertThat(state).hasToString("Small[ed, 2]");
        assertThat(state.requireKey().parts()).containsExactly("ed", 2);
    }

    @Test
    void hasNoKeyToRequireBeforeItGetsOne() {
        assertThatThrownBy(() -> state.requireKey()).hasMessage("identity key");
    }

    // ---- the rarely needed part ----

    @Test
    void answersForWhatItNeverHadWhileItHasOtherThings() {
        state.parent("books", state);

        assertThat(state.pending(0)).isNull();
        assertThat(state.takePending(0)).isNull();
        assertThat(state.emptyCollection(0)).isNull();
        assertThat(state.takeEmptyCollection(0)).isNull();
        assertThat(state.loader(0)).isNull();
        state.loader(0, null);
        assertThat(state.loadOrigin()).isNull();
        assertThat(state.constructionArguments()).isNull();
        assertThat(state.isOrphanedOutsideSession()).isFalse();
    }

    @Test
    void queuesChangesForEachCollectionByItself() {
        assertThat(state.pending(0)).isNull();
        assertThat(state.takePending(0)).isNull();

        PendingMutation queue = state.makePending(0);

        assertThat(queue.added()).isEmpty();
        assertThat(state.makePending(0)).isSameAs(queue);
        assertThat(state.pending(0)).isSameAs(queue);
        assertThat(state.pending(1)).isNull();
        assertThat(state.takePending(0)).isSameAs(queue);
        assertThat(state.pending(0)).isNull();
    }

    @Test
    void dropsAllQueuesAtOnce() {
        state.dropPending();
        state.makePending(0);
        state.makePending(1);

        state.dropPending();

        assertThat(state.pending(0)).isNull();
        assertThat(state.pending(1)).isNull();
    }

    @Test
    void keepsEmptyCollectionsAsideUntilTheyAreTaken() {
        assertThat(state.emptyCollection(0)).isNull();
        assertThat(state.takeEmptyCollection(0)).isNull();

        List<Object> empty = new ArrayList<>();
        state.keepEmptyCollection(0, empty);

        assertThat(state.emptyCollection(0)).isSameAs(empty);
        assertThat(state.takeEmptyCollection(0)).isSameAs(empty);
        assertThat(state.emptyCollection(0)).isNull();
    }

    @Test
    void dropsAllEmptyCollectionsAtOnce() {
        state.dropEmptyCollections();
        state.keepEmptyCollection(0, List.of());

        state.dropEmptyCollections();

        assertThat(state.emptyCollection(0)).isNull();
    }

    @Test
    void tellsAParentThatWasNeverToldFromOneThatLetGo() {
        assertThat(state.parents()).isEmpty();

        state.parent("books", state);
        state.parent("shelf", null);

        assertThat(state.parents()).containsEntry("books", state).containsEntry("shelf", null);
        state.dropParents();
        assertThat(state.parents()).isEmpty();
    }

    @Test
    void hasLoadersOfItsOwnForSingleAttributes() {
        assertThat(state.loader(0)).isNull();
        state.loader(0, null);

        state.loader(0, "loader");
        assertThat(state.loader(0)).isEqualTo("loader");
        assertThat(state.loader(1)).isNull();

        state.loader(0, null);
        assertThat(state.loader(0)).isNull();
    }

    @Test
    void remembersWhatTheLoadingStatementSaid() {
        state.loadOrigin(null);
        assertThat(state.loadOrigin()).isNull();

        state.loadOrigin("path");
        assertThat(state.loadOrigin()).isEqualTo("path");

        state.loadOrigin(null);
        assertThat(state.loadOrigin()).isNull();
    }

    @Test
    void remembersThatItWasOrphanedWhileItsParentHadNoSession() {
        state.orphanedOutsideSession(false);
        assertThat(state.isOrphanedOutsideSession()).isFalse();

        state.orphanedOutsideSession(true);
        assertThat(state.isOrphanedOutsideSession()).isTrue();

        state.orphanedOutsideSession(false);
        assertThat(state.isOrphanedOutsideSession()).isFalse();
    }

    @Test
    void keepsTheArgumentsOfAConstructorThatMayFail() {
        assertThat(state.constructionArguments()).isNull();

        state.constructionArguments(new Object[] {"ed", null});

        assertThat(state.constructionArguments()).containsExactly("ed", null);
    }

    /** Notes which states told it that they changed. */
    private static final class Owner implements StateOwner {
        private final List<InstanceState> told = new ArrayList<>();

        @Override
        public void firstModification(InstanceState state) {
            told.add(state);
        }

        @Override
        public void noLongerModified(InstanceState state) {
            told.remove(state);
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
