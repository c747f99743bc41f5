package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.session.Members.Channel;
import dev.grapnel.testkit.session.Members.Loan;
import dev.grapnel.testkit.session.Members.Member;
import dev.grapnel.testkit.session.Members.Phone;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Collections of values without identity: which rows are written, what is told, and what becomes of them with their owner. */
@EveryDatabase
@DisplayName("A collection of values on")
class ElementCollectionTest extends DatabaseTest {
    private static final CollectionAttribute<Member, String> TAGS =
            CollectionAttribute.of(Member.class, "tags", String.class);
    private static final CollectionAttribute<Member, Integer> SCORES =
            CollectionAttribute.of(Member.class, "scores", Integer.class);
    private static final CollectionAttribute<Member, Phone> PHONES =
            CollectionAttribute.of(Member.class, "phones", Phone.class);

    ElementCollectionTest() {
        super(Member.class);
    }

    private Member givenMember(Consumer<Member> filling) {
        Integer id = given(
                s -> {
                    Member made = new Member("ed");
                    filling.accept(made);
                    return made;
                },
                made -> ((Member) made).id);
        Member member = session.get(Member.class, id);
        statements.clear();
        return member;
    }

    /** What another session finds; used within it, since collections are loaded when they are read. */
    private void thenStored(Member member, Consumer<Member> check) {
        session.flush();
        Integer id = member.id;
        session.commit();
        elsewhere(s -> check.accept(s.get(Member.class, id)));
    }

    // ---- rows ----

    @Test
    void isWrittenWithItsOwnerAndReadBack() {
        Member member = givenMember(m -> {
            m.tags.addAll(List.of("a", "b"));
            m.visits.addAll(List.of(1, 2, 1));
            m.steps.addAll(List.of("z", "y", "x"));
            m.scores.put("chess", 3);
            m.loans.add(new Loan("Emma", 14));
            m.phones.add(new Phone("1", "home"));
            m.contacts.put(Channel.POST, new Phone("2", null));
            m.channels.add(Channel.MAIL);
        });

        assertThat(member.tags).containsExactlyInAnyOrder("a", "b");
        assertThat(member.visits).containsExactlyInAnyOrder(1, 2, 1);
        assertThat(member.steps).containsExactly("z", "y", "x");
        assertThat(member.scores).isEqualTo(Map.of("chess", 3));
        assertThat(member.loans).containsExactly(new Loan("Emma", 14));
        assertThat(member.phones.get(0).note).isEqualTo("home");
        assertThat(member.contacts.get(Channel.POST).number).isEqualTo("2");
        assertThat(member.channels).containsExactly(Channel.MAIL);
    }

    @Test
    void isKeptInTheTableAndColumnsThatAreNamed() {
        Member member = givenMember(m -> {
            m.tags.add("a");
            m.scores.put("chess", 3);
            m.phones.add(new Phone("1", "home"));
        });

        assertThat(direct().fetchValue("select tag from member_tag where member = ?", member.id))
                .isEqualTo("a");
        assertThat(direct().fetchValue("select points from member_score where game = 'chess'"))
                .isEqualTo(3);
        assertThat(direct().fetchValue("select remark from member_phone")).isEqualTo("home");
    }

    @Test
    void isLoadedWhenItIsFirstRead() {
        Member member = givenMember(m -> m.tags.add("a"));
        statements.assertNone();

        assertThat(member.tags).hasSize(1);

        statements.assertStatements("SELECT member_tag");
    }

    @Test
    void isLoadedWithItsOwnerIfItIsMappedSo() {
        Integer id = given(
                s -> {
                    Member made = new Member("ed");
                    made.channels.add(Channel.POST);
                    return made;
                },
                made -> ((Member) made).id);
        Member member = session.get(Member.class, id);
        session.expunge(member);

        assertThat(member.channels).containsExactly(Channel.POST);
    }

    @Nested
    @DisplayName("that changes")
    class Changing {
        @Test
        void writesTheElementsThatCameAndWentOnly() {
            Member member = givenMember(m -> m.tags.addAll(List.of("a", "b")));
            member.tags.remove("a");
            member.tags.add("c");
            statements.clear();

            session.flush();

            statements.assertStatements("DELETE member_tag", "INSERT member_tag");
            assertThat(statements.statements().get(1).parameterSets()).isEqualTo(1);
            thenStored(member, found -> assertThat(found.tags).containsExactlyInAnyOrder("b", "c"));
        }

        @Test
        void writesNothingIfAnElementComesBack() {
            Member member = givenMember(m -> m.tags.add("a"));
            member.tags.remove("a");
            member.tags.add(new String("a"));
            statements.clear();

            session.flush();

            statements.assertNone();
        }

        @Test
        void marksItsOwner() {
            Member member = givenMember(m -> m.tags.add("a"));

            member.tags.add("b");

            assertThat(session.dirty()).containsExactly(member);
            assertThat(session.isModified(member)).isTrue();
        }

        @Test
        void tellsWhatCameAndWent() {
            Member member = givenMember(m -> m.tags.add("a"));
            List<String> told = new ArrayList<>();

            try (Subscription added = Events.on(TAGS).onAppend(e -> told.add("+" + e.value()));
                    Subscription removed = Events.on(TAGS).onRemove(e -> told.add("-" + e.value()))) {
                member.tags.add("b");
                member.tags.remove("a");
            }

            assertThat(told).containsExactly("+b", "-a");
        }

        @Test
        void storesWhatAListenerMadeOfAnElement() {
            Member member = givenMember(m -> {});

            try (Subscription trimming =
                    Events.on(TAGS).replaceOnAppend(e -> e.value().trim())) {
                member.tags.add(" a ");
            }

            thenStored(member, found -> assertThat(found.tags).containsExactly("a"));
        }

        @Test
        void isHistoryOfItsOwner() {
            Member member = givenMember(m -> m.tags.addAll(List.of("a", "b")));

            member.tags.remove("a");
            member.tags.add("c");

            assertThat(Instance.of(member).history("tags").added()).containsExactly("c");
            assertThat(Instance.of(member).history("tags").unchanged()).containsExactly("b");
            assertThat(Instance.of(member).history("tags").deleted()).containsExactly("a");
        }

        @Test
        void keepsOneOfTwoEqualElementsOfAList() {
            Member member = givenMember(m -> m.visits.addAll(List.of(1, 1, 2)));

            member.visits.remove(Integer.valueOf(1));

            thenStored(member, found -> assertThat(found.visits).containsExactlyInAnyOrder(1, 2));
        }

        @Test
        void keepsTheOrderOfAListThatHasAColumnForIt() {
            Member member = givenMember(m -> m.steps.addAll(List.of("a", "b", "c")));

            member.steps.remove(0);
            member.steps.add(1, "x");

            thenStored(member, found -> assertThat(found.steps).containsExactly("b", "x", "c"));
        }

        @Test
        void keepsTheOrderOfAListThatIsSorted() {
            Member member = givenMember(m -> m.steps.addAll(List.of("c", "a", "b")));

            Collections.sort(member.steps);

            thenStored(member, found -> assertThat(found.steps).containsExactly("a", "b", "c"));
        }

        @Test
        void writesAnEntryOfAMapWhoseValueIsAnother() {
            Member member = givenMember(m -> m.scores.putAll(Map.of("chess", 3, "go", 5)));
            List<Object> told = new ArrayList<>();

            try (Subscription added = Events.on(SCORES).onAppend(e -> told.addAll(List.of(e.key(), e.value())))) {
                member.scores.put("chess", 4);
            }
            member.scores.remove("go");

            assertThat(told).containsExactly("chess", 4);
            thenStored(member, found -> assertThat(found.scores).isEqualTo(Map.of("chess", 4)));
        }

        @Test
        void refusesNull() {
            Member member = givenMember(m -> {});

            assertThatThrownBy(() -> member.visits.add(null))
                    .hasMessageContaining("Cannot add null to attribute Member.visits of Member")
                    .hasMessageContaining(": a row of a collection has a value. Leave it out, or remove the element.");
        }

        @Test
        void findsARowGoneThatItWantsToDelete() {
            Member member = givenMember(m -> m.tags.add("a"));
            assertThat(member.tags).hasSize(1);
            direct().execute("delete from member_tag");

            member.tags.remove("a");

            assertThatThrownBy(() -> session.flush())
                    .hasMessageContaining("Cannot delete an element of Member.tags of Member")
                    .hasMessageContaining("table member_tag has no such row.");
        }
    }

    @Nested
    @DisplayName("that is assigned as a whole")
    class Assigned {
        @Test
        void writesTheDifference() {
            Member member = givenMember(m -> m.tags.addAll(List.of("a", "b")));
            List<String> told = new ArrayList<>();
            try (Subscription added = Events.on(TAGS).onAppend(e -> told.add("+" + e.value()));
                    Subscription removed = Events.on(TAGS).onRemove(e -> told.add("-" + e.value()))) {
                member.tags = Set.of(new String("b"), "c");
            }
            statements.clear();

            session.flush();

            assertThat(told).containsExactly("+c", "-a");
            statements.assertStatements("DELETE member_tag", "INSERT member_tag");
            thenStored(member, found -> assertThat(found.tags).containsExactlyInAnyOrder("b", "c"));
        }

        @Test
        void takesTheKeysOfAMap() {
            Member member = givenMember(m -> m.scores.putAll(Map.of("chess", 3, "go", 5)));

            member.scores = new LinkedHashMap<>(Map.of("go", 5, "whist", 1));

            assertThat(member.scores).isEqualTo(Map.of("go", 5, "whist", 1));
            thenStored(member, found -> assertThat(found.scores).isEqualTo(Map.of("go", 5, "whist", 1)));
        }

        @Test
        void isWrittenForANewOwner() {
            Member member = new Member("jo");
            member.steps = List.of("a", "b");
            member.contacts = Map.of(Channel.MAIL, new Phone("1", null));
            session.add(member);

            thenStored(member, found -> {
                assertThat(found.steps).containsExactly("a", "b");
                assertThat(found.contacts.get(Channel.MAIL).number).isEqualTo("1");
            });
        }
    }

    @Nested
    @DisplayName("whose elements have fields")
    class OfEmbedded {
        @Test
        void marksItsOwnerWhenAFieldChanges() {
            Member member = givenMember(m -> m.phones.addAll(List.of(new Phone("1", "home"), new Phone("2", "work"))));
            List<String> told = new ArrayList<>();

            try (Subscription modified = Events.on(PHONES).onModified(e -> told.add("modified"))) {
                member.phones.get(0).number = "3";
            }

            assertThat(told).containsExactly("modified");
            assertThat(session.dirty()).containsExactly(member);
            thenStored(
                    member,
                    found -> assertThat(found.phones)
                            .extracting(phone -> phone.number)
                            .containsExactlyInAnyOrder("2", "3"));
        }

        @Test
        void writesTheChangedElementOnly() {
            Member member = givenMember(m -> m.phones.addAll(List.of(new Phone("1", "home"), new Phone("2", "work"))));
            member.phones.get(0).number = "3";
            statements.clear();

            session.flush();

            statements.assertStatements("DELETE member_phone", "INSERT member_phone");
            assertThat(statements.statements().get(1).parameterSets()).isEqualTo(1);
        }

        @Test
        void writesAnElementWithAnEmptyColumnAnew() {
            Member member = givenMember(m -> m.phones.addAll(List.of(new Phone("1", null), new Phone("2", "work"))));

            member.phones.remove(0);

            thenStored(
                    member,
                    found -> assertThat(found.phones)
                            .extracting(phone -> phone.number)
                            .containsExactly("2"));
        }

        @Test
        void letsAnElementGoThatWasRemoved() {
            Member member = givenMember(m -> m.phones.add(new Phone("1", "home")));
            Phone removed = member.phones.remove(0);
            session.flush();

            removed.number = "2";

            assertThat(session.dirty()).isEmpty();
        }

        @Test
        void changesTheValueOfAMap() {
            Member member = givenMember(m -> m.contacts.put(Channel.MAIL, new Phone("1", "home")));

            member.contacts.get(Channel.MAIL).note = "work";

            thenStored(
                    member,
                    found -> assertThat(found.contacts.get(Channel.MAIL).note).isEqualTo("work"));
        }

        @Test
        void watchesElementsOfANewOwnerFromTheStart() {
            Member member = new Member("jo");
            Phone phone = new Phone("1", "home");
            member.phones.add(phone);
            session.add(member);
            session.flush();

            phone.number = "2";

            thenStored(member, found -> assertThat(found.phones.get(0).number).isEqualTo("2"));
        }
    }

    @Nested
    @DisplayName("with its owner")
    class WithItsOwner {
        @Test
        void isDeleted() {
            Member member = givenMember(m -> {
                m.tags.add("a");
                m.phones.add(new Phone("1", "home"));
            });
            session.delete(member);

            session.flush();

            assertThat(rows("member_tag") + rows("member_phone") + rows("member"))
                    .isZero();
        }

        @Test
        void isAsBeforeAfterARollback() {
            Member member = givenMember(m -> m.tags.add("a"));
            member.tags.add("b");
            session.flush();

            session.rollback();

            assertThat(member.tags).containsExactly("a");
        }

        @Test
        void isInsertedAgainAfterItsInsertWasRolledBack() {
            Member member = new Member("jo");
            member.tags.add("a");
            session.add(member);
            session.flush();
            session.rollback();
            session.add(member);

            thenStored(member, found -> assertThat(found.tags).containsExactly("a"));
        }

        @Test
        void takesThePlaceOfThatOfAnObjectWhoseRowItsOwnerTakesOver() {
            Member before = givenMember(m -> m.tags.addAll(List.of("a", "b")));
            Member after = new Member("jo");
            after.id = before.id;
            after.tags.add("b");
            session.delete(before);
            session.add(after);

            thenStored(after, found -> assertThat(found.tags).containsExactly("b"));
        }

        @Test
        void isLoadedAnewWhenItWasExpired() {
            Member member = givenMember(m -> m.tags.add("a"));
            assertThat(member.tags).hasSize(1);
            direct().execute("delete from member_tag");

            session.expire(member, "tags");

            assertThat(member.tags).isEmpty();
        }

        @Test
        void isRefreshed() {
            Member member = givenMember(m -> m.tags.add("a"));
            member.tags.add("b");

            session.refresh(member, "tags");

            assertThat(member.tags).containsExactly("a");
        }

        @Test
        void isMerged() {
            Member detached = givenMember(m -> {
                m.tags.addAll(List.of("a", "b"));
                m.scores.put("chess", 3);
                m.phones.add(new Phone("1", "home"));
            });
            assertThat(detached.tags).hasSize(2);
            assertThat(detached.scores).hasSize(1);
            assertThat(detached.phones).hasSize(1);
            session.close();
            detached.tags.remove("a");
            detached.scores.put("go", 5);
            detached.phones.get(0).number = "2";
            session = sessions.open();

            Member merged = session.merge(detached);

            assertThat(merged.phones.get(0)).isNotSameAs(detached.phones.get(0));
            thenStored(merged, found -> {
                assertThat(found.tags).containsExactly("b");
                assertThat(found.scores).isEqualTo(Map.of("chess", 3, "go", 5));
                assertThat(found.phones.get(0).number).isEqualTo("2");
            });
        }

        @Test
        void survivesSerialisationWithItsChanges() throws Exception {
            Member detached = givenMember(m -> {
                m.tags.add("a");
                m.phones.add(new Phone("1", "home"));
            });
            assertThat(detached.phones).hasSize(1);
            detached.tags.add("b");
            session.expunge(detached);
            session.close();

            Member restored = serialised(detached);
            session = sessions.open();
            session.add(restored);
            restored.phones.get(0).number = "2";

            thenStored(restored, found -> {
                assertThat(found.tags).containsExactlyInAnyOrder("a", "b");
                assertThat(found.phones.get(0).number).isEqualTo("2");
            });
        }
    }

    private static <T> T serialised(T object) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            @SuppressWarnings("unchecked") // what was written is what is read
            T read = (T) in.readObject();
            return read;
        }
    }

    // ---- of many owners at once ----

    private void givenThree() {
        elsewhere(s -> {
            for (String name : List.of("a", "b", "c")) {
                Member member = new Member(name);
                if (!name.equals("b")) {
                    member.steps.addAll(List.of(name + "1", name + "2"));
                    member.scores.put(name, 7);
                    member.channels.add(Channel.POST);
                }
                s.add(member);
            }
        });
        statements.clear();
    }

    private List<Member> loaded(LoadStrategy strategy, String collection) {
        return session.query(Member.class)
                .options(LoadOptions.NONE.load(strategy, collection))
                .orderBy(DSL.field("name"))
                .list();
    }

    @Test
    void comesForAWholeResultByOneStatementIfAsked() {
        givenThree();

        List<Member> members = loaded(LoadStrategy.SELECTIN, "steps");

        assertThat(members)
                .extracting(member -> List.copyOf(member.steps))
                .containsExactly(List.of("a1", "a2"), List.of(), List.of("c1", "c2"));
        statements.assertStatements("SELECT member", "SELECT member_step", "SELECT member_channel");
    }

    @Test
    void comesAsAMapForAWholeResult() {
        givenThree();

        List<Member> members = loaded(LoadStrategy.SELECTIN, "scores");

        assertThat(members)
                .extracting(member -> Map.copyOf(member.scores))
                .containsExactly(Map.of("a", 7), Map.of(), Map.of("c", 7));
        assertThat(statements.count()).isEqualTo(3);
    }

    @Test
    void comesForAWholeResultIfItIsMappedAsEager() {
        givenThree();

        List<Member> members = session.query(Member.class).list();

        assertThat(statements.count()).isEqualTo(2);
        assertThat(members.get(0).channels).containsExactly(Channel.POST);
        assertThat(statements.count()).isEqualTo(2);
    }

    @Test
    void waitsForItsFirstReadIfAskedThoughItIsMappedAsEager() {
        givenThree();

        List<Member> members = loaded(LoadStrategy.SELECT, "channels");

        statements.assertStatements("SELECT member");
        assertThat(members.get(0).channels).containsExactly(Channel.POST);
    }

    @Test
    void thatWasChangedIsLeftAlone() {
        givenThree();
        Member first = loaded(LoadStrategy.SELECTIN, "steps").get(0);
        first.steps.add("new");

        loaded(LoadStrategy.SELECTIN, "steps");

        assertThat(first.steps).containsExactly("a1", "a2", "new");
    }

    @Test
    void cannotBeJoined() {
        givenThree();

        assertThatThrownBy(() -> loaded(LoadStrategy.JOINED, "steps"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "Cannot load collection Member.steps by JOINED: it holds values and no objects. Load it by"
                                + " SELECTIN, or on its first read by SELECT.");
    }
}
