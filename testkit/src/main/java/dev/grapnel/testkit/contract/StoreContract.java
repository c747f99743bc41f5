package dev.grapnel.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.IntegrityException;
import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.session.SessionTransaction;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.StatementRecorder;
import dev.grapnel.testkit.contract.Bookshelf.Genre;
import dev.grapnel.testkit.contract.Bookshelf.Work;
import dev.grapnel.testkit.contract.Bookshelf.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Rows, relationships, identity and transactions: what every database has to do under Grapnel.
 *
 * <p>It uses the tables {@code contract_writer}, {@code contract_work}, {@code contract_genre} and {@code contract_work_genre}.
 */
public abstract class StoreContract extends ContractCase {
    private static final int MANY = 250;

    /** For subclasses. */
    protected StoreContract() {}

    @Override
    Class<?>[] entities() {
        return Bookshelf.ENTITIES;
    }

    private long insertWriter(String name) {
        try (Session session = open()) {
            Writer writer = new Writer(name);
            session.add(writer);
            session.commit();
            return Objects.requireNonNull(writer.id);
        }
    }

    // ---- rows ----

    @Test
    void insertedObjectHasAGeneratedKeyAndIsFoundByIt() {
        long id = insertWriter("Austen");

        try (Session session = open()) {
            Writer found = session.get(Writer.class, id);
            assertThat(found).isNotNull();
            assertThat(Objects.requireNonNull(found).name).isEqualTo("Austen");
        }
    }

    @Test
    void valuesComeBackAsTheyWereGiven() {
        long id = insertWriter("Austen");
        try (Session session = open()) {
            Writer writer = Objects.requireNonNull(session.get(Writer.class, id));
            writer.born = LocalDate.of(1775, 12, 16);
            Work emma = new Work("Emma – “a novel” \uD83D\uDCD6");
            emma.price = new BigDecimal("12.50");
            writer.works.add(emma);
            session.commit();
        }

        try (Session session = open()) {
            Writer writer = Objects.requireNonNull(session.get(Writer.class, id));
            assertThat(writer.born).isEqualTo(LocalDate.of(1775, 12, 16));
            assertThat(writer.works.get(0).title).isEqualTo("Emma – “a novel” \uD83D\uDCD6");
            assertThat(writer.works.get(0).price).isEqualByComparingTo("12.50");
        }
    }

    @Test
    void absentValuesComeBackAsNull() {
        long id = insertWriter("Homer");

        try (Session session = open()) {
            assertThat(Objects.requireNonNull(session.get(Writer.class, id)).born)
                    .isNull();
        }
    }

    @Test
    void missingRowIsNull() {
        try (Session session = open()) {
            assertThat(session.get(Writer.class, -1L)).isNull();
        }
    }

    @Test
    void changedValueIsWritten() {
        long id = insertWriter("Bell");
        try (Session session = open()) {
            Objects.requireNonNull(session.get(Writer.class, id)).name = "Brontë";
            session.commit();
        }

        try (Session session = open()) {
            assertThat(Objects.requireNonNull(session.get(Writer.class, id)).name)
                    .isEqualTo("Brontë");
        }
    }

    @Test
    void deletedRowIsGone() {
        long id = insertWriter("Nobody");
        try (Session session = open()) {
            session.delete(Objects.requireNonNull(session.get(Writer.class, id)));
            session.commit();
        }

        try (Session session = open()) {
            assertThat(session.get(Writer.class, id)).isNull();
        }
    }

    @Test
    void manyNewRowsGetTheirOwnKeysInFewStatements() {
        try (Session session = open();
                StatementRecorder statements = StatementRecorder.on(engine())) {
            Set<Object> keys = new HashSet<>();
            for (int i = 0; i < MANY; i++) {
                session.add(new Writer("writer " + i));
            }
            session.flush();
            for (Object writer : session.query(Writer.class).list()) {
                keys.add(Objects.requireNonNull(((Writer) writer).id));
            }

            assertThat(keys).hasSize(MANY);
            assertThat(statements.parameterSets(StatementKind.INSERT)).isEqualTo(MANY);
        }
    }

    // ---- relationships ----

    @Test
    void graphIsInsertedInTheOrderOfItsForeignKeys() {
        try (Session session = open()) {
            Writer writer = new Writer("Woolf");
            Work work = new Work("Orlando");
            work.writer = writer;
            session.add(work);
            session.add(writer);
            session.commit();

            assertThat(writer.works).containsExactly(work);
        }
    }

    @Test
    void deleteTakesOwnedRowsFirst() {
        long id = insertWriter("Woolf");
        try (Session session = open()) {
            Writer writer = Objects.requireNonNull(session.get(Writer.class, id));
            writer.works.add(new Work("Orlando"));
            session.flush();
            session.delete(writer);
            session.commit();

            assertThat(session.query(Work.class).list()).isEmpty();
        }
    }

    @Test
    void manyToManyLinksAreWrittenAndRemoved() {
        Object key;
        try (Session session = open()) {
            Work work = new Work("Dracula");
            work.genres.add(new Genre("horror"));
            Genre letters = new Genre("letters");
            work.genres.add(letters);
            session.add(work);
            session.commit();
            work.genres.remove(letters);
            session.commit();
            key = Objects.requireNonNull(work.id);
        }

        try (Session session = open()) {
            Work found = Objects.requireNonNull(session.get(Work.class, key));
            assertThat(found.genres).hasSize(1);
            assertThat(session.query(Genre.class).list()).hasSize(2);
        }
    }

    // ---- identity ----

    @Test
    void oneRowIsOneObjectInASession() {
        long id = insertWriter("Twain");

        try (Session session = open()) {
            Object byKey = session.get(Writer.class, id);
            assertThat(session.query(Writer.class).one()).isSameAs(byKey);
        }
    }

    @Test
    void staleObjectIsRefused() {
        long id = insertWriter("Clemens");
        try (Session session = open()) {
            Writer mine = Objects.requireNonNull(session.get(Writer.class, id));
            mine.name = "Twain";
            String changed = "update contract_writer set version = version + 1";
            session.connection().unwrap(org.jooq.DSLContext.class).execute(changed);

            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
        }
    }

    // ---- transactions ----

    @Test
    void rolledBackInsertIsNotThere() {
        try (Session session = open()) {
            session.add(new Writer("Nobody"));
            session.flush();
            session.rollback();

            assertThat(session.query(Writer.class).list()).isEmpty();
        }
    }

    @Test
    void rolledBackChangeIsUndoneInMemoryToo() {
        long id = insertWriter("Sand");
        try (Session session = open()) {
            Writer writer = Objects.requireNonNull(session.get(Writer.class, id));
            writer.name = "Dudevant";
            session.flush();
            session.rollback();

            assertThat(writer.name).isEqualTo("Sand");
        }
    }

    @Test
    void savepointUndoesOnlyWhatCameAfterIt() {
        try (Session session = open()) {
            session.add(new Writer("before"));
            SessionTransaction savepoint = session.beginNested();
            session.add(new Writer("after"));
            session.flush();
            savepoint.rollback();
            session.commit();

            assertThat(session.query(Writer.class).one().name).isEqualTo("before");
        }
    }

    @Test
    void sessionThatIsClosedWithoutCommitLeavesNothing() {
        try (Session session = open()) {
            session.add(new Writer("Nobody"));
            session.flush();
        }

        try (Session session = open()) {
            assertThat(session.query(Writer.class).list()).isEmpty();
        }
    }

    @Test
    void brokenConstraintIsAnIntegrityErrorAndARollbackMakesTheSessionUsable() {
        insertWriter("Austen");
        try (Session session = open()) {
            session.add(new Writer("Austen"));
            assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);
            session.rollback();

            assertThat(session.query(Writer.class).list()).hasSize(1);
        }
    }
}
