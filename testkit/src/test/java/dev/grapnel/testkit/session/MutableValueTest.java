package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.session.SessionOptions;
import dev.grapnel.core.session.SessionTransaction;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.session.Sheets.Draft;
import dev.grapnel.testkit.session.Sheets.Frame;
import dev.grapnel.testkit.session.Sheets.NumbersCopier;
import dev.grapnel.testkit.session.Sheets.Sheet;
import dev.grapnel.testkit.session.Sheets.WideSheet;
import dev.grapnel.testkit.session.Sheets.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Values that the program changes inside instead of replacing them. */
@EveryDatabase
@DisplayName("A value that is changed inside, on")
class MutableValueTest extends DatabaseTest {
    private static final ColumnAttribute<Sheet, Words> WORDS = ColumnAttribute.of(Sheet.class, "words", Words.class);
    private static final ColumnAttribute<Sheet, byte[]> PICTURE =
            ColumnAttribute.of(Sheet.class, "picture", byte[].class);
    private static final ColumnAttribute<Sheet, String> NAME = ColumnAttribute.of(Sheet.class, "name", String.class);

    MutableValueTest() {
        super(Sheet.class, WideSheet.class, Draft.class);
    }

    @BeforeEach
    void givenSheets() {
        elsewhere(s -> {
            s.add(sheet(1));
            s.add(sheet(2));
        });
        statements.clear();
    }

    private static Sheet sheet(int id) {
        Sheet sheet = new Sheet(id);
        sheet.name = "sheet " + id;
        sheet.picture = new byte[] {1, 2, 3};
        sheet.words = new Words("a", "b");
        sheet.numbers = new ArrayList<>(List.of(1, 2));
        sheet.scan = new byte[] {9};
        sheet.seal = new byte[] {5};
        sheet.frame = new Frame(3, new ArrayList<>(List.of(7)));
        return sheet;
    }

    private Sheet load() {
        Sheet found = Objects.requireNonNull(session.get(Sheet.class, 1));
        statements.clear();
        return found;
    }

    private int updates() {
        return statements.count(StatementKind.UPDATE);
    }

    private void assertStored(Consumer<Sheet> asExpected) {
        elsewhere(s -> asExpected.accept(Objects.requireNonNull(s.get(Sheet.class, 1))));
    }

    private static byte[] picture(Sheet sheet) {
        return Objects.requireNonNull(sheet.picture);
    }

    private static List<String> words(Sheet sheet) {
        return Objects.requireNonNull(sheet.words).list;
    }

    // ---- what is written ----

    @Test
    void isWritten() {
        Sheet sheet = load();
        picture(sheet)[0] = 7;
        words(sheet).add("c");
        Objects.requireNonNull(sheet.numbers).add(3);
        session.commit();

        assertThat(updates()).isEqualTo(1);
        assertStored(stored -> {
            assertThat(stored.picture).containsExactly(7, 2, 3);
            assertThat(words(stored)).containsExactly("a", "b", "c");
            assertThat(stored.numbers).containsExactly(1, 2, 3);
            assertThat(stored.version).isEqualTo(2);
        });
    }

    @Test
    void isNotWrittenIfItIsWhatItWas() {
        Sheet sheet = load();
        words(sheet).add("c");
        words(sheet).remove("c");
        assertThat(picture(sheet)).hasSize(3);
        session.commit();

        assertThat(updates()).isZero();
    }

    @Test
    void isNotLookedAtIfNobodyReadIt() {
        NumbersCopier.copies = 0;
        Sheet sheet = load();
        sheet.name = "other";
        session.flush();
        assertThat(NumbersCopier.copies).isZero();

        assertThat(sheet.numbers).hasSize(2);
        assertThat(NumbersCopier.copies).isEqualTo(1);
    }

    @Test
    void isWrittenWithEachFlushThatFindsAChange() {
        Sheet sheet = load();
        List<String> words = words(sheet);
        words.add("c");
        session.flush();
        words.add("d");
        session.flush();
        session.flush();
        words.clear();
        words.add("e");
        session.commit();

        assertThat(updates()).isEqualTo(3);
        assertStored(stored -> assertThat(words(stored)).containsExactly("e"));
    }

    @Test
    void isWrittenAfterItWasAssigned() {
        Sheet sheet = load();
        Words assigned = new Words("x");
        sheet.words = assigned;
        assigned.list.add("y");
        session.flush();
        assigned.list.add("z");
        session.commit();

        assertThat(updates()).isEqualTo(2);
        assertStored(stored -> assertThat(words(stored)).containsExactly("x", "y", "z"));
    }

    @Test
    void isWrittenAfterItWasInserted() {
        Sheet added = sheet(3);
        session.add(added);
        session.flush();
        picture(added)[1] = 8;
        session.flush();

        assertThat(updates()).isEqualTo(1);
        session.refresh(added);
        assertThat(added.picture).containsExactly(1, 8, 3);
    }

    @Test
    void isWrittenIfItWasLoadedLater() {
        Sheet sheet = load();
        Objects.requireNonNull(sheet.scan)[0] = 4;
        session.commit();

        assertStored(stored -> assertThat(stored.scan).containsExactly(4));
    }

    @Test
    void isWrittenBeforeAQuery() {
        Sheet sheet = load();
        Objects.requireNonNull(sheet.words).list.clear();
        Objects.requireNonNull(sheet.words).list.add("z");

        assertThat(session.query(Sheet.class).where(WORDS.eq(new Words("z"))).list())
                .containsExactly(sheet);
    }

    @Test
    void isTakenForImmutableWithoutTheAnnotation() {
        Sheet sheet = load();
        Objects.requireNonNull(sheet.seal)[0] = 6;
        session.flush();

        assertThat(updates()).isZero();
    }

    @Test
    void replacesTheFormerValueOnlyIfItDiffers() {
        Sheet sheet = load();
        Words former = sheet.words;
        sheet.words = new Words("a", "b");
        session.flush();
        assertThat(updates()).isZero();

        Objects.requireNonNull(former).list.add("lost");
        session.flush();
        assertThat(updates()).isZero();
    }

    @Test
    void isComparedWithWhatItWasAlsoIfItWasChangedBeforeItWasReplaced() {
        Sheet sheet = load();
        words(sheet).add("c");
        sheet.words = new Words("a", "b", "c");
        session.flush();

        assertThat(updates()).isEqualTo(1);
    }

    @Test
    void mayBecomeNullAndBack() {
        Sheet sheet = load();
        assertThat(sheet.picture).isNotNull();
        sheet.picture = null;
        session.flush();
        sheet.picture = new byte[] {1};
        session.flush();
        picture(sheet)[0] = 2;
        session.commit();

        assertThat(updates()).isEqualTo(3);
        assertStored(stored -> assertThat(stored.picture).containsExactly(2));
    }

    @Test
    void isWrittenInAClassOfManyAttributes() {
        elsewhere(s -> s.add(new WideSheet(1)));
        WideSheet wide = Objects.requireNonNull(session.get(WideSheet.class, 1));
        wide.last[0] = 7;
        session.flush();
        session.flush();
        session.refresh(wide);

        assertThat(updates()).isEqualTo(1);
        assertThat(wide.last).containsExactly(7);
        wide.last[0] = 8;
        session.commit();
        assertThat(updates()).isEqualTo(2);
    }

    // ---- objects that nobody holds ----

    @Test
    @Tag("U-32")
    void isNotLostWithAnObjectThatNobodyHolds() {
        words(load()).add("c");
        System.gc();
        session.commit();

        assertStored(stored -> assertThat(words(stored)).containsExactly("a", "b", "c"));
    }

    @Test
    void isNotLostIfTheProgramHoldsTheValueAlone() {
        reopen(SessionOptions.DEFAULT.withExpireOnCommit(false));
        List<String> words = words(load());
        session.commit();
        System.gc();
        words.add("c");
        session.commit();

        assertStored(stored -> assertThat(words(stored)).containsExactly("a", "b", "c"));
    }

    // ---- what is known of it ----

    @Nested
    class IsKnown {
        @Test
        void inTheHistory() {
            Sheet sheet = load();
            words(sheet).add("c");

            var history = Instance.of(sheet).history(WORDS);
            assertThat(history.added())
                    .singleElement()
                    .satisfies(now -> assertThat(now.list).contains("c"));
            assertThat(history.deleted())
                    .singleElement()
                    .satisfies(was -> assertThat(was.list).containsExactly("a", "b"));
        }

        @Test
        @Tag("M-16")
        void toTheQuestionWhetherTheObjectIsModified() {
            Sheet sheet = load();
            assertThat(session.isModified(sheet)).isFalse();
            words(sheet).add("c");

            assertThat(session.isModified(sheet)).isTrue();
        }

        @Test
        void amongDirtyObjects() {
            Sheet sheet = load();
            picture(sheet)[0] = 7;

            assertThat(session.dirty()).containsExactly(sheet);
        }

        @Test
        void toTheExplanationOfTheNextFlush() {
            Sheet sheet = load();
            picture(sheet)[0] = 7;

            assertThat(session.explainFlush().toString()).contains("picture");
        }

        @Test
        void toListenersBeforeTheFlush() {
            List<Object> dirty = new ArrayList<>();
            Sheet sheet = load();
            picture(sheet)[0] = 7;
            try (Subscription unused =
                    Events.on(session).beforeFlush(e -> dirty.addAll(e.session().dirty()))) {
                session.flush();
            }

            assertThat(dirty).containsExactly(sheet);
        }

        @Test
        void whenAListenerBeforeTheFlushMakesTheChange() {
            Sheet sheet = load();
            sheet.name = "other";
            assertThat(sheet.picture).isNotNull();
            try (Subscription unused = Events.on(session).beforeFlush(e -> picture(sheet)[0] = 7)) {
                session.commit();
            }

            assertThat(updates()).isEqualTo(1);
            assertStored(stored -> assertThat(stored.picture).containsExactly(7, 2, 3));
        }

        @Test
        void whenAListenerBeforeTheUpdateMakesTheChange() {
            Sheet sheet = load();
            sheet.name = "other";
            assertThat(sheet.picture).isNotNull();
            try (Subscription unused = Mapped.on(Sheet.class).beforeUpdate(e -> picture(e.target())[0] = 7)) {
                session.flush();
            }
            session.commit();

            assertStored(stored -> assertThat(stored.picture).containsExactly(7, 2, 3));
        }

        @Test
        void toListenersToModifiedOnceForEachFlush() {
            List<String> told = new ArrayList<>();
            Sheet sheet = load();
            try (Subscription set = Events.on(WORDS).onSet(e -> told.add("set"));
                    Subscription modified = Events.on(WORDS).onModified(e -> told.add("modified"))) {
                words(sheet).add("c");
                assertThat(session.isModified(sheet)).isTrue();
                assertThat(told).isEmpty();
                session.flush();
                session.flush();
                words(sheet).add("d");
                session.flush();
            }

            assertThat(told).containsExactly("modified", "modified");
        }
    }

    // ---- values that are given up ----

    @Nested
    class IsGivenUp {
        @Test
        @Tag("I-25")
        void byARefresh() {
            Sheet sheet = load();
            words(sheet).add("c");
            session.refresh(sheet);

            assertThat(words(sheet)).containsExactly("a", "b");
            assertThat(session.isModified(sheet)).isFalse();
        }

        @Test
        void byExpiry() {
            Sheet sheet = load();
            List<String> former = words(sheet);
            former.add("c");
            session.expire(sheet, "words");
            former.add("d");
            session.flush();

            assertThat(updates()).isZero();
            assertThat(words(sheet)).containsExactly("a", "b");
        }

        @Test
        void byARollback() {
            Sheet sheet = load();
            words(sheet).add("c");
            session.flush();
            session.rollback();

            assertThat(words(sheet)).containsExactly("a", "b");
        }

        @Test
        @Tag("U-38")
        void byTheRollbackOfASavepoint() {
            Sheet sheet = load();
            words(sheet).add("c");
            SessionTransaction savepoint = session.beginNested();
            words(sheet).add("d");
            savepoint.rollback();

            assertThat(words(sheet)).containsExactly("a", "b", "c");
        }

        @Test
        void togetherWithTheObject() {
            words(load());
            session.commit();
            System.gc();

            assertThat(session.persistentObjects()).isEmpty();
        }
    }

    // ---- other sessions ----

    @Nested
    class Moves {
        @Test
        void withADetachedObject() {
            Sheet sheet = load();
            List<String> words = words(sheet);
            session.expunge(sheet);
            words.add("c");
            session.add(sheet);
            session.commit();

            assertStored(stored -> assertThat(words(stored)).containsExactly("a", "b", "c"));
        }

        @Test
        void byAMergeThatCopiesIt() {
            Sheet sheet = load();
            List<String> words = words(sheet);
            session.close();
            words.add("c");
            Sheet merged = session.merge(sheet);
            assertThat(merged.words).isNotSameAs(sheet.words);
            session.flush();
            words.add("d");
            session.commit();

            assertStored(stored -> assertThat(words(stored)).containsExactly("a", "b", "c"));
        }

        @Test
        void byAMergeWithoutLoading() {
            Sheet sheet = load();
            assertThat(sheet.words).isNotNull();
            session.close();
            Sheet merged = session.merge(sheet, false);
            words(sheet).add("elsewhere");
            words(merged).add("c");
            session.commit();

            assertStored(stored -> assertThat(words(stored)).containsExactly("a", "b", "c"));
        }

        @Test
        @Tag("I-26")
        void throughSerialisation() throws IOException, ClassNotFoundException {
            Sheet sheet = load();
            words(sheet).add("c");
            session.expunge(sheet);
            Sheet copy = Copies.serialised(sheet);
            session.add(copy);
            session.flush();
            picture(copy)[0] = 7;
            session.commit();

            assertThat(updates()).isEqualTo(2);
            assertStored(stored -> {
                assertThat(words(stored)).containsExactly("a", "b", "c");
                assertThat(stored.picture).containsExactly(7, 2, 3);
            });
        }
    }

    @Test
    void isItsOwnInEachObjectThatABulkUpdateReaches() {
        Sheet one = load();
        Sheet two = Objects.requireNonNull(session.get(Sheet.class, 2));
        assertThat(picture(one)).hasSameSizeAs(picture(two));
        byte[] given = {5};
        session.update(Sheet.class).set(PICTURE, given).execute();
        picture(one)[0] = 9;
        given[0] = 8;
        session.flush();
        assertThat(two.picture).containsExactly(5);

        session.refresh(one);
        session.refresh(two);
        assertThat(one.picture).containsExactly(9);
        assertThat(two.picture).containsExactly(5);
    }

    @Test
    void isItsOwnInEachObjectThatGetsADefault() {
        Draft one = new Draft(1);
        Draft two = new Draft(2);
        session.addAll(List.of(one, two));
        session.flush();
        Objects.requireNonNull(one.page)[0] = 9;
        session.flush();
        assertThat(two.page).containsExactly(1);

        session.refresh(one);
        assertThat(one.page).containsExactly(9);
    }

    // ---- embedded values ----

    @Test
    void isWrittenInsideOfAnEmbeddedValue() {
        Sheet sheet = load();
        Frame frame = Objects.requireNonNull(sheet.frame);
        frame.marks.add(8);
        session.flush();
        frame.marks = new ArrayList<>(List.of(1));
        session.flush();
        frame.marks.add(2);
        session.commit();

        assertThat(updates()).isEqualTo(3);
        assertStored(
                stored -> assertThat(Objects.requireNonNull(stored.frame).marks).containsExactly(1, 2));
    }

    @Test
    void isWrittenInsideOfAnEmbeddedValueThatWasAssigned() {
        Sheet sheet = load();
        Frame frame = new Frame(4, new ArrayList<>(List.of(5)));
        sheet.frame = frame;
        session.flush();
        frame.marks.add(6);
        session.commit();

        assertStored(
                stored -> assertThat(Objects.requireNonNull(stored.frame).marks).containsExactly(5, 6));
    }

    // ---- two writers ----

    @Test
    void isRefusedIfTheRowWasChangedInTheMeantime() {
        Sheet sheet = load();
        words(sheet).add("c");
        direct().execute("update sheet set version = 9");

        assertThatThrownBy(session::commit).isInstanceOf(StaleDataException.class);
    }

    @Test
    void isUnharmedByAQueryThatReadsTheRowAgain() {
        Sheet sheet = load();
        words(sheet).add("c");
        session.withoutAutoflush(() -> assertThat(
                        session.query(Sheet.class).where(NAME.eq("sheet 1")).list())
                .containsExactly(sheet));
        session.commit();

        assertStored(stored -> assertThat(words(stored)).containsExactly("a", "b", "c"));
    }
}
