package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.ElementTracker;
import dev.grapnel.core.instrument.ValueBooks;
import dev.grapnel.core.state.History;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.testkit.session.Members.Channel;
import dev.grapnel.testkit.session.Members.Member;
import dev.grapnel.testkit.session.Members.Phone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Collections of values, in objects that are in no session. */
@DisplayName("A collection of values in memory")
class ElementsInMemoryTest extends MappedTest {
    private Member member;

    ElementsInMemoryTest() {
        super(Member.class);
    }

    @BeforeEach
    void make() {
        member = new Member("ed");
        member.tags.addAll(List.of("a", "b"));
        member.scores.put("chess", 1);
        member.scores.put("go", 2);
        member.phones.add(new Phone("1", "home"));
        commit(member);
    }

    private ElementTracker elements(String name) {
        return (ElementTracker) attribute(member, name);
    }

    @Test
    void isNoRelationship() {
        assertThat(elements("tags").isRelationship()).isFalse();
    }

    // ---- what the store has ----

    @Nested
    @DisplayName("that is stored as the store has it")
    class Stored {

        @Test
        void holdsTheElementsWithoutBeingAChange() {
            List<Object> told = new ArrayList<>();
            elements("tags").events().onAppend(e -> told.add(e.value()));
            elements("tags").events().onRemove(e -> told.add(e.value()));

            Object stored = elements("tags").setCommitted(state(member), List.of("x", "y"));

            assertThat(member.tags).isSameAs(stored).containsExactlyInAnyOrder("x", "y");
            assertThat(history(member, "tags").hasChanges()).isFalse();
            assertThat(told).isEmpty();
        }

        @Test
        void holdsTheEntriesOfAMap() {
            elements("scores").setCommitted(state(member), Map.of("chess", 5));

            assertThat(member.scores).containsExactly(Map.entry("chess", 5));
        }

        @Test
        void isNotExpiredAnyMore() {
            int index = elements("tags").index();
            state(member).drop(index);
            state(member).expired(index, true);

            elements("tags").setCommitted(state(member), List.of());

            assertThat(state(member).isExpired(index)).isFalse();
            assertThat(member.tags).isEmpty();
        }

        @Test
        void marksItsOwnerWhenAnElementChanges() {
            Phone phone = new Phone("2", "work");
            elements("phones").setCommitted(state(member), List.of(phone));
            assertThat(state(member).isModified()).isFalse();

            phone.note = "away";

            assertThat(state(member).isModified()).isTrue();
        }
    }

    // ---- whole assignment ----

    @Nested
    @DisplayName("that is assigned")
    class Assigned {

        @Test
        void tellsWhatCameStayedAndWent() {
            List<String> told = new ArrayList<>();
            elements("tags").events().onAppend(e -> told.add("+" + e.value()));
            elements("tags").events().onAppendWithoutMutation(e -> told.add("=" + e.value()));
            elements("tags").events().onRemove(e -> told.add("-" + e.value()));

            member.tags = new LinkedHashSet<>(List.of("b", "c"));

            assertThat(told).containsExactlyInAnyOrder("+c", "=b", "-a");
            assertThat(member.tags).containsExactlyInAnyOrder("b", "c");
        }

        @Test
        void tellsOfTheEntriesThatDiffer() {
            List<String> told = new ArrayList<>();
            elements("scores").events().onAppend(e -> told.add("+" + e.key() + e.value()));
            elements("scores").events().onRemove(e -> told.add("-" + e.key() + e.value()));

            Map<String, Integer> assigned = new LinkedHashMap<>();
            assigned.put("chess", 1);
            assigned.put("go", 3);
            assigned.put("dice", 4);
            member.scores = assigned;

            assertThat(told).containsExactlyInAnyOrder("+go3", "-go2", "+dice4");
            assertThat(member.scores).containsExactly(Map.entry("chess", 1), Map.entry("go", 3), Map.entry("dice", 4));
        }

        @Test
        void tellsOfEntriesThatWent() {
            List<String> told = new ArrayList<>();
            elements("scores").events().onRemove(e -> told.add("-" + e.key() + e.value()));

            member.scores = Map.of("chess", 1);

            assertThat(told).containsExactly("-go2");
        }

        @Test
        void watchesTheElementsOfAMapThatStay() {
            Phone phone = new Phone("3", "x");
            member.contacts.put(Channel.MAIL, phone);
            commit(member);

            member.contacts = Map.of(Channel.MAIL, phone);
            commit(member);
            phone.note = "y";

            assertThat(state(member).isModified()).isTrue();
        }
    }

    @Test
    void letsTheElementsOfAnExpiredOneGo() {
        Phone phone = member.phones.get(0);
        elements("phones").loader((state, passive) -> Marker.PASSIVE_NO_RESULT);
        ValueBooks.expire(state(member), Set.of("phones"), false);

        try (Warnings warnings = Warnings.listen()) {
            phone.note = "away";

            assertThat(warnings.messages()).hasSize(1).allMatch(text -> text.contains("attribute Member.phones"));
        }
        assertThat(state(member).isModified()).isFalse();
    }

    // ---- history ----

    @Test
    void isUnchangedHistoryAfterACommit() {
        assertThat(history(member, "phones"))
                .isEqualTo(new History<>(List.of(), List.of(member.phones.get(0)), List.of()));
        assertThat(elements("phones").isChanged(state(member))).isFalse();
    }

    @Test
    void hasNoHistoryWhileItIsNotLoaded() {
        state(member).drop(elements("tags").index());

        assertThat(history(member, "tags")).isEqualTo(History.BLANK);
        assertThat(elements("tags").allPending(state(member), Passive.NO_INITIALIZE))
                .isEmpty();
    }

    @Test
    void countsAsChangedWhenItIsFlagged() {
        elements("tags").flagModified(state(member));

        assertThat(elements("tags").isChanged(state(member))).isTrue();
        assertThat(state(member).isModified()).isTrue();
    }
}
