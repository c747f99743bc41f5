package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.AttributeNotSetException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.History;
import dev.grapnel.core.state.Marker;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.testkit.session.Mail.Letter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random operations on two values of one object, compared after each with a model that is nothing but the value in memory, the value before
 * the first change, and the row.
 */
@EveryDatabase
@DisplayName("Random operations on plain values")
class ScalarModelTest extends MailTest {
    private static final int STEPS = 80;
    private static final List<String> VALUES = List.of("a", "b", "c");

    private final List<String> log = new ArrayList<>();
    private Random random;
    private Letter letter;

    /** What is to be known of one value. */
    private static class Model {
        final boolean activeHistory;
        Object current = Marker.NO_VALUE;
        Object original;
        boolean changed;
        boolean expired;
        Object row;
        Object committedRow;

        Model(boolean activeHistory, Object row) {
            this.activeHistory = activeHistory;
            this.row = row;
            this.committedRow = row;
            this.current = row;
        }

        void recordChange(Object former) {
            if (!changed) {
                changed = true;
                original = former;
            }
        }

        void forget() {
            changed = false;
            original = null;
        }

        void expire() {
            forget();
            current = Marker.NO_VALUE;
            expired = true;
        }

        boolean isLoadedByReading() {
            return current == Marker.NO_VALUE && expired && !changed;
        }

        boolean isNullInTheRow() {
            return !changed && row == null && (current == null || current == Marker.NO_VALUE);
        }

        void flush() {
            if (history().hasChanges()) {
                row = current == Marker.NO_VALUE ? null : current;
            }
            forget();
            if (current != Marker.NO_VALUE) {
                expired = false;
            }
        }

        History<Object> history() {
            if (!changed) {
                return current == Marker.NO_VALUE
                        ? History.BLANK
                        : new History<>(List.of(), Collections.singletonList(current), List.of());
            }
            boolean known = original != Marker.NO_VALUE;
            if (current == Marker.NO_VALUE) {
                return known
                        ? new History<>(List.of(), List.of(), Collections.singletonList(original))
                        : new History<>(Collections.singletonList(null), List.of(), List.of());
            }
            if (known && Objects.equals(current, original)) {
                return new History<>(List.of(), Collections.singletonList(current), List.of());
            }
            return new History<>(
                    Collections.singletonList(current),
                    List.of(),
                    known ? Collections.singletonList(original) : List.of());
        }
    }

    private Model subject;
    private Model status;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void leaveThemAsTheModelSays(long seed) {
        random = new Random(seed);
        letter = givenLetter(made -> made.status = "a");
        subject = new Model(false, "hello");
        status = new Model(true, "a");
        for (int step = 0; step < STEPS; step++) {
            boolean first = random.nextBoolean();
            operate(first ? subject : status, first ? SUBJECT : STATUS);
            compare(seed);
        }
    }

    private void operate(Model model, ColumnAttribute<Letter, String> attribute) {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> set(model, attribute, VALUES.get(random.nextInt(VALUES.size())));
            case 3 -> set(model, attribute, null);
            case 4, 5 -> clear(model, attribute);
            case 6 -> read(model, attribute);
            case 7 -> flagModified(model, attribute);
            case 8 -> setCommitted(model, attribute);
            case 9 -> expire(random.nextBoolean(), model, attribute);
            case 10 -> flush();
            default -> end(random.nextBoolean());
        }
    }

    private void set(Model model, ColumnAttribute<Letter, String> attribute, String value) {
        log.add("set " + attribute.attributeName() + " " + value);
        if (model.activeHistory && model.isLoadedByReading()) {
            loadExpired();
        }
        model.recordChange(model.current);
        model.current = value;
        Instance.of(letter).set(attribute.attributeName(), value);
    }

    private void clear(Model model, ColumnAttribute<Letter, String> attribute) {
        log.add("clear " + attribute.attributeName());
        if (model.activeHistory && model.isLoadedByReading()) {
            loadExpired();
        }
        if (model.current == Marker.NO_VALUE && !model.expired) {
            assertThatThrownBy(() -> Instance.of(letter).clear(attribute))
                    .as("%s", log)
                    .isInstanceOf(AttributeNotSetException.class);
            return;
        }
        model.recordChange(model.current);
        model.current = Marker.NO_VALUE;
        Instance.of(letter).clear(attribute);
    }

    private void read(Model model, ColumnAttribute<Letter, String> attribute) {
        log.add("read " + attribute.attributeName());
        if (model.isLoadedByReading()) {
            loadExpired();
        }
        assertThat(Instance.of(letter).get(attribute.attributeName()))
                .as("%s", log)
                .isEqualTo(model.current == Marker.NO_VALUE ? null : model.current);
    }

    /** A load flushes first, and brings all expired values that were not changed. */
    private void loadExpired() {
        List<Model> wanted = Stream.of(subject, status)
                .filter(model -> model.expired && !model.changed)
                .toList();
        for (Model model : List.of(subject, status)) {
            model.flush();
            model.expired = false;
        }
        wanted.forEach(model -> model.current = model.row);
    }

    private void flagModified(Model model, ColumnAttribute<Letter, String> attribute) {
        log.add("flag " + attribute.attributeName());
        if (model.current == Marker.NO_VALUE) {
            assertThatThrownBy(() -> Instance.of(letter).flagModified(attribute))
                    .isInstanceOf(InvalidRequestException.class);
            return;
        }
        model.changed = true;
        model.original = Marker.NO_VALUE;
        Instance.of(letter).flagModified(attribute);
    }

    private void setCommitted(Model model, ColumnAttribute<Letter, String> attribute) {
        log.add("set committed " + attribute.attributeName());
        model.forget();
        model.current = model.row;
        model.expired = false;
        Instance.of(letter).setCommitted(attribute.attributeName(), model.row);
    }

    private void expire(boolean all, Model model, ColumnAttribute<Letter, String> attribute) {
        log.add("expire " + (all ? "all" : attribute.attributeName()));
        if (all) {
            subject.expire();
            status.expire();
            session.expire(letter);
        } else {
            model.expire();
            session.expire(letter, attribute.attributeName());
        }
    }

    private void flush() {
        log.add("flush");
        subject.flush();
        status.flush();
        session.flush();
    }

    private void end(boolean commit) {
        log.add(commit ? "commit" : "rollback");
        if (commit) {
            subject.flush();
            status.flush();
            session.commit();
        } else {
            session.rollback();
        }
        for (Model model : List.of(subject, status)) {
            model.committedRow = commit ? model.row : model.committedRow;
            model.row = model.committedRow;
            model.expire();
        }
    }

    private void compare(long seed) {
        compare(seed, subject, SUBJECT);
        compare(seed, status, STATUS);
        boolean changed = subject.history().hasChanges() || status.history().hasChanges();
        assertThat(session.isModified(letter)).as("seed %d, %s", seed, log).isEqualTo(changed);
        if (!changed) {
            assertThat(direct().fetchOne("select subject, status from letter").intoList())
                    .as("seed %d, %s", seed, log)
                    .containsExactly(subject.row, status.row);
        }
    }

    private void compare(long seed, Model model, ColumnAttribute<Letter, String> attribute) {
        if (model.isLoadedByReading() && Instance.of(letter).isLoaded(attribute)) {
            model.current = model.row; // came along when the flush looked at the version
            model.expired = false;
        }
        if (model.isNullInTheRow()) {
            followWhetherItIsInMemory(model, attribute);
        }
        assertThat(Instance.of(letter).peek(attribute.attributeName()))
                .as("seed %d, %s in memory after %s", seed, attribute.attributeName(), log)
                .isEqualTo(model.current);
        assertThat(Instance.of(letter).history(attribute.attributeName()))
                .as("seed %d, history of %s after %s", seed, attribute.attributeName(), log)
                .isEqualTo(model.history());
    }

    /** A deleted value is null in the row after a flush; whether a load brings that null makes no difference to a reader. */
    private void followWhetherItIsInMemory(Model model, ColumnAttribute<Letter, String> attribute) {
        model.current = Instance.of(letter).isLoaded(attribute) ? null : Marker.NO_VALUE;
        model.expired = Instance.of(letter).state().isExpired(tracker(attribute).index());
    }
}
