package dev.grapnel.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.AttributeNotSetException;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Single values, plain ones and references, without a mapper or a session. */
@DisplayName("A tracked")
class TrackedValueTest {
    private final List<Object> told = new ArrayList<>();
    private ClassManager manager;
    private AttributeTracker name;
    private ReferenceTracker reference;
    private Thing thing;
    private Thing other;

    @BeforeEach
    void manage() {
        manager = Thing.manage();
        name = manager.tracker("name");
        reference = (ReferenceTracker) manager.tracker("reference");
        reference.trackParent();
        thing = new Thing("a");
        other = new Thing("b");
    }

    @AfterEach
    void release() {
        manager.release();
    }

    private static InstanceState state(Thing thing) {
        return ClassManager.requireState(thing);
    }

    private void expireAll() {
        for (AttributeTracker attribute : List.of(name, reference)) {
            state(thing).drop(attribute.index());
            state(thing).expired(attribute.index(), true);
        }
        state(thing).expired(true);
    }

    @Nested
    @DisplayName("value")
    class Values {

        @Test
        void isStoredAsTheStoreHasIt() {
            thing.name = "changed";
            expireAll();

            assertThat(name.setCommitted(state(thing), "stored")).isEqualTo("stored");

            assertThat(thing.name).isEqualTo("stored");
            assertThat(state(thing).isChanged(name.index())).isFalse();
            assertThat(state(thing).isExpired(name.index())).isFalse();
            assertThat(state(thing).isExpired()).isFalse();
        }

        @Test
        void isAssignedThroughTheCommonWaysOfAllAttributes() {
            name.append(state(thing), "appended", name.appendToken(), Passive.OFF);
            assertThat(thing.name).isEqualTo("appended");

            name.pop(state(thing), "appended", name.removeToken(), Passive.OFF);
            assertThat(thing.name).isNull();
        }

        @Test
        void isRefusedIfAListenerGivesOneOfAnotherType() {
            name.events().replaceOnSet(e -> 7);

            assertThatThrownBy(() -> thing.name = "b")
                    .isExactlyInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("to an object of java.lang.Integer: it takes one of java.lang.String.");
            assertThat(thing.name).isEqualTo("a");
        }

        @Test
        @Tag("A-10")
        void isGoneAfterItIsDeleted() {
            name.events().onRemove(e -> told.add(e.value()));

            name.delete(state(thing));

            assertThat(told).containsExactly("a");
            assertThat(state(thing).has(name.index())).isFalse();
            assertThatThrownBy(() -> name.delete(state(thing))).isInstanceOf(AttributeNotSetException.class);
        }

        @Test
        @Tag("A-12")
        void isFlaggedAsModifiedOnlyWhileItIsInMemoryAndTellsSoBefore() {
            name.events().onModified(e -> told.add(e.target()));
            ValueBooks.commitAll(state(thing));
            state(thing).drop(name.index());

            assertThatThrownBy(() -> name.flagModified(state(thing)))
                    .hasMessageContaining("as modified: it has no value in memory. Read or set it first.");
            assertThat(told).containsExactly(thing);
            assertThat(state(thing).isModified()).isFalse();
        }

        @Test
        void countsAsChangedWhenItIsFlagged() {
            ValueBooks.commitAll(state(thing));

            name.flagModified(state(thing));

            assertThat(state(thing).isModified()).isTrue();
            assertThat(name.history(state(thing), Passive.NO_INITIALIZE).added())
                    .containsExactly("a");
        }

        @Test
        @Tag("A-50")
        void isNoChangeOfAnObjectThatOnlyViewsIt() {
            name.viewOnly();
            ValueBooks.commitAll(state(thing));

            thing.name = "b";
            name.flagModified(state(thing));

            assertThat(state(thing).isModified()).isFalse();
            assertThat(state(thing).isChanged(name.index())).isFalse();
        }
    }

    @Nested
    @DisplayName("reference")
    class References {

        @Test
        void isStoredAsTheStoreHasIt() {
            thing.reference = new Thing("changed");
            expireAll();

            assertThat(reference.setCommitted(state(thing), other)).isSameAs(other);

            assertThat(thing.reference).isSameAs(other);
            assertThat(state(thing).isChanged(reference.index())).isFalse();
            assertThat(state(thing).isExpired(reference.index())).isFalse();
            assertThat(state(thing).isExpired()).isFalse();
        }

        @Test
        void letsItsObjectGoWhenItIsDeleted() {
            thing.reference = other;
            reference.events().onRemove(e -> told.add(e.value()));
            assertThat(reference.hasParent(state(other), false)).isTrue();

            reference.delete(state(thing));

            assertThat(told).containsExactly(other);
            assertThat(reference.hasParent(state(other), true)).isFalse();
            assertThat(state(thing).has(reference.index())).isFalse();
        }

        @Test
        void keepsItsObjectIfAnotherOneIsTakenOut() {
            thing.reference = other;

            reference.pop(state(thing), new Thing("c"), reference.removeToken(), Passive.OFF);
            assertThat(thing.reference).isSameAs(other);

            reference.pop(state(thing), other, reference.removeToken(), Passive.OFF);
            assertThat(thing.reference).isNull();
        }

        @Test
        void isRefusedIfAListenerGivesOneOfAnotherType() {
            reference.events().replaceOnSet(e -> "text");

            assertThatThrownBy(() -> thing.reference = other)
                    .isExactlyInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("to an object of java.lang.String: it takes one of");
        }

        @Test
        void hasTheObjectsOfNowAndBeforeToFollow() {
            Thing before = new Thing("before");
            thing.reference = before;
            ValueBooks.commitAll(state(thing));
            assertThat(reference.allPending(state(thing), Passive.NO_INITIALIZE))
                    .containsExactly(before);

            thing.reference = other;
            assertThat(reference.allPending(state(thing), Passive.NO_INITIALIZE))
                    .containsExactly(other, before);

            thing.reference = before;
            assertThat(reference.allPending(state(thing), Passive.NO_INITIALIZE))
                    .containsExactly(before);
        }

        @Test
        void hasOneAbsentObjectToFollowIfItIsNullAndWas() {
            thing.reference = null;
            ValueBooks.commitAll(state(thing));
            state(thing).keepCommitted(reference.index(), null);

            assertThat(reference.allPending(state(thing), Passive.NO_INITIALIZE))
                    .hasSize(1)
                    .containsOnlyNulls();
        }

        @Test
        void hasNothingToFollowWhileItIsNotLoaded() {
            reference.loader((loading, passive) -> other);

            assertThat(reference.allPending(state(thing), Passive.NO_INITIALIZE))
                    .isEmpty();
            assertThat(reference.allPending(state(thing), Passive.OFF)).containsExactly(other);
        }

        @Test
        void knowsItsFormerValueUnlessThatWasLeftForLater() {
            reference.loader((loading, passive) ->
                    Passive.allows(passive, Passive.DEFERRED_HISTORY_LOAD) ? other : Marker.PASSIVE_NO_RESULT);
            thing.reference = new Thing("new");
            assertThat(state(thing).committed(reference.index())).isEqualTo(Marker.PASSIVE_NO_RESULT);
            assertThat(reference.isFormerValueUnknown(state(thing))).isFalse();
            assertThat(reference.history(state(thing), Passive.OFF).deleted()).isEmpty();

            reference.deferHistory();

            assertThat(reference.isFormerValueUnknown(state(thing))).isTrue();
            assertThat(reference.history(state(thing), Passive.OFF).deleted()).containsExactly(other);
        }

        @Test
        void hasAKnownFormerValueWhileItIsNotChanged() {
            reference.deferHistory();
            ValueBooks.commitAll(state(thing));
            assertThat(reference.isFormerValueUnknown(state(thing))).isFalse();

            thing.reference = other;
            ValueBooks.commitAll(state(thing));
            thing.reference = null;
            assertThat(reference.isFormerValueUnknown(state(thing))).isFalse();
        }
    }

    @Nested
    @DisplayName("parent")
    class Parents {

        @Test
        void isWhatWasSaidLast() {
            assertThat(reference.hasParent(state(other), true)).isTrue();
            assertThat(reference.hasParent(state(other), false)).isFalse();

            reference.setHasParent(state(other), state(thing), true);
            assertThat(reference.hasParent(state(other), false)).isTrue();

            reference.setHasParent(state(other), state(thing), false);
            assertThat(reference.hasParent(state(other), true)).isFalse();
        }

        @Test
        void staysIfAnotherOneLetsGo() {
            Thing stranger = new Thing("stranger");
            state(thing).key(IdentityKey.of(Thing.class, "a", null));
            state(stranger).key(IdentityKey.of(Thing.class, "stranger", null));
            reference.setHasParent(state(other), state(thing), true);

            reference.setHasParent(state(other), state(stranger), false);

            assertThat(reference.hasParent(state(other), false)).isTrue();
        }

        @Test
        void isGoneIfAnotherObjectOfItsIdentityLetsGo() {
            Thing again = new Thing("a");
            state(thing).key(IdentityKey.of(Thing.class, "a", null));
            state(again).key(IdentityKey.of(Thing.class, "a", null));
            reference.setHasParent(state(other), state(thing), true);

            reference.setHasParent(state(other), state(again), false);

            assertThat(reference.hasParent(state(other), true)).isFalse();
        }
    }
}
