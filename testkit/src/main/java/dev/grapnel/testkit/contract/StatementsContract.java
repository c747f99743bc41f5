package dev.grapnel.testkit.contract;

import static dev.grapnel.testkit.contract.Bookshelf.NAME;
import static dev.grapnel.testkit.contract.Bookshelf.TITLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.bulk.DmlStrategy;
import dev.grapnel.sql.bulk.Synchronize;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.sql.dialect.ChangedRows;
import dev.grapnel.sql.dialect.RowLocks;
import dev.grapnel.sql.query.RowLock;
import dev.grapnel.testkit.StatementRecorder;
import dev.grapnel.testkit.contract.Bookshelf.Work;
import dev.grapnel.testkit.contract.Bookshelf.Writer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/**
 * Batches, statements about many rows, results that are read in portions, and locks. It uses the tables of {@link StoreContract}.
 */
public abstract class StatementsContract extends ContractCase {
    private static final int MANY = 120;

    /** For subclasses. */
    protected StatementsContract() {}

    @Override
    Class<?>[] entities() {
        return Bookshelf.ENTITIES;
    }

    private void insertWriters(String... names) {
        try (Session session = open()) {
            for (String name : names) {
                session.add(new Writer(name));
            }
            session.commit();
        }
    }

    // ---- batches ----

    @Test
    void changedRowsOfOneShapeGoInOneBatch() {
        try (Session session = open()) {
            for (int at = 0; at < MANY; at++) {
                session.add(new Writer("writer " + at));
            }
            session.commit();
            for (Writer writer : session.query(Writer.class).list()) {
                writer.name += "!";
            }
            try (StatementRecorder statements = StatementRecorder.on(engine())) {
                session.flush();
                assertThat(statements.count(StatementKind.UPDATE)).isOne();
                assertThat(statements.parameterSets(StatementKind.UPDATE)).isEqualTo(MANY);
            }
            session.commit();
        }
    }

    @Test
    void staleObjectOfABatchIsFound() {
        insertWriters("Eliot", "Sand", "Bell");
        try (Session session = open()) {
            for (Writer writer : session.query(Writer.class).list()) {
                writer.name += "!";
            }
            String changed = "update contract_writer set version = version + 1 where name = 'Sand'";
            session.connection().unwrap(DSLContext.class).execute(changed);

            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
        }
    }

    @Test
    void deletesCascadeInBatches() {
        try (Session session = open()) {
            for (int at = 0; at < 3; at++) {
                Writer writer = new Writer("writer " + at);
                writer.works.addAll(List.of(new Work("a" + at), new Work("b" + at)));
                session.add(writer);
            }
            session.commit();
            for (Writer writer : session.query(Writer.class).list()) {
                session.delete(writer);
            }
            session.commit();

            assertThat(session.query(Writer.class).list()).isEmpty();
            assertThat(session.query(Work.class).list()).isEmpty();
        }
    }

    // ---- statements about many rows ----

    @Test
    void objectsFollowAnUpdateOfManyRows() {
        insertWriters("Eliot", "Sand");
        try (Session session = open()) {
            Writer eliot = session.query(Writer.class).where(NAME.eq("Eliot")).one();
            int rows = session.update(Writer.class)
                    .set(NAME, "Evans")
                    .where(NAME.eq("Eliot"))
                    .execute();

            assertThat(rows).isOne();
            assertThat(eliot.name).isEqualTo("Evans");
            session.commit();
        }
    }

    @Test
    void objectsFollowAnUpdateThatFetchesItsRows() {
        insertWriters("Eliot", "Sand");
        try (Session session = open()) {
            Writer eliot = session.query(Writer.class).where(NAME.eq("Eliot")).one();
            session.update(Writer.class)
                    .set(NAME, DSL.concat(NAME, DSL.inline("!")))
                    .synchronize(Synchronize.FETCH)
                    .execute();

            assertThat(eliot.name).isEqualTo("Eliot!");
            session.commit();
        }
    }

    @Test
    void objectsFollowADeleteOfManyRows() {
        insertWriters("Eliot", "Sand");
        try (Session session = open()) {
            Writer eliot = session.query(Writer.class).where(NAME.eq("Eliot")).one();
            int rows = session.deleteFrom(Writer.class)
                    .where(NAME.like("E%"))
                    .synchronize(Synchronize.FETCH)
                    .execute();

            assertThat(rows).isOne();
            assertThat(session.contains(eliot)).isFalse();
            session.commit();
        }
    }

    // ---- rows that a statement gives back ----

    @Test
    void insertedRowsComeBackOrThatIsRefused() {
        try (Session session = open()) {
            var insert = session.insertInto(Work.class)
                    .values(List.of(Map.of("title", "a"), Map.of("title", "b")))
                    .option(DmlStrategy.OPTION, DmlStrategy.ORM);
            if (engine().dialect().returnsInsertedRows()) {
                for (Work work : insert.executeReturning()) {
                    assertThat(work.id).isNotNull();
                }
                assertThat(session.query(Work.class).list()).hasSize(2);
            } else {
                assertThatThrownBy(insert::executeReturning).isInstanceOf(InvalidRequestException.class);
            }
            session.rollback();
        }
    }

    @Test
    void updatedRowsComeBackOrThatIsRefused() {
        insertWriters("Eliot");
        try (Session session = open()) {
            var update = session.update(Writer.class).set(NAME, "Evans");
            if (engine().dialect().changedRows() == ChangedRows.NOT_RETURNED) {
                assertThatThrownBy(update::executeReturning).isInstanceOf(InvalidRequestException.class);
            } else {
                assertThat(update.executeReturning()).hasSize(1);
            }
            session.rollback();
        }
    }

    @Test
    void deletedRowsComeBackOrThatIsRefused() {
        insertWriters("Eliot");
        try (Session session = open()) {
            var delete = session.deleteFrom(Writer.class);
            if (engine().dialect().returnsDeletedRows()) {
                assertThat(delete.executeReturning()).hasSize(1);
            } else {
                assertThatThrownBy(delete::executeReturning).isInstanceOf(InvalidRequestException.class);
            }
            session.rollback();
        }
    }

    // ---- reading ----

    @Test
    void rowsAreReadInPortions() {
        try (Session session = open()) {
            for (int at = 0; at < MANY; at++) {
                session.add(new Work("work " + at));
            }
            session.commit();
            try (Stream<?> works = session.query(Work.class).orderBy(TITLE).stream(10)) {
                assertThat(works.count()).isEqualTo(MANY);
            }
        }
    }

    @Test
    void pagesFollowEachOther() {
        insertWriters("a", "b", "c");
        try (Session session = open()) {
            assertThat(session.query(Writer.class)
                            .orderBy(NAME)
                            .limit(1)
                            .offset(1)
                            .one()
                            .name)
                    .isEqualTo("b");
        }
    }

    @Test
    void combinedQueriesMayHaveLimits() {
        insertWriters("a", "b", "c");
        try (Session session = open()) {
            assertThat(session.query(Writer.class)
                            .orderBy(NAME)
                            .limit(1)
                            .union(session.query(Writer.class).where(NAME.eq("c")))
                            .list())
                    .hasSize(2);
        }
    }

    // ---- locks ----

    @Test
    void lockedRowIsLeftOutOrTheLockIsRefused() {
        insertWriters("Eliot", "Sand");
        RowLock skipping = RowLock.FOR_UPDATE.skipLocked();
        try (Session session = open()) {
            if (engine().dialect().rowLocks() == RowLocks.NONE) {
                assertThatThrownBy(
                                () -> session.query(Writer.class).lock(skipping).list())
                        .isInstanceOf(InvalidRequestException.class);
                return;
            }
            session.query(Writer.class).where(NAME.eq("Eliot")).forUpdate().one();
            try (Session other = open()) {
                assertThat(other.query(Writer.class).lock(skipping).list()).hasSize(1);
            }
        }
    }

    @Test
    void lockThatDoesNotWaitFails() {
        insertWriters("Eliot");
        if (engine().dialect().rowLocks() == RowLocks.NONE) {
            return;
        }
        try (Session session = open();
                Session other = open()) {
            session.query(Writer.class).forUpdate().one();

            assertThatThrownBy(() -> other.query(Writer.class)
                            .lock(RowLock.FOR_UPDATE.noWait())
                            .list())
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("Another transaction holds a lock that this one needs");
            other.rollback();
        }
    }
}
