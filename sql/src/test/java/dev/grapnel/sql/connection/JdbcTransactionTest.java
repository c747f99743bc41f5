package dev.grapnel.sql.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.IntegrityException;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.TransactionClosedException;
import dev.grapnel.sql.TestDatabase;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ColumnDefinition;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.schema.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class JdbcTransactionTest {
    private final Engine engine;
    private final Table note = new Table("note");
    private final Column id = note.add(ColumnDefinition.of("id", int.class).primaryKey());
    private final Column about = note.add(ColumnDefinition.of("about", Integer.class));
    private final Tables tables = Tables.of(List.of(note));

    JdbcTransactionTest(TestDatabase database) {
        engine = database.open();
    }

    @BeforeEach
    void createTables() {
        about.references(id, false);
        new SchemaChange(engine, tables).createAll();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void whatIsCommittedStays() {
        try (JdbcTransaction transaction = engine.begin()) {
            insert(transaction, 1);
            transaction.commit();
        }

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whatIsRolledBackIsGone() {
        try (JdbcTransaction transaction = engine.begin()) {
            insert(transaction, 1);
            transaction.rollback();
        }

        assertThat(count()).isZero();
    }

    @Test
    void closingUndoesWhatWasNotCommitted() {
        try (JdbcTransaction transaction = engine.begin()) {
            insert(transaction, 1);
        }

        assertThat(count()).isZero();
    }

    @Test
    void whatIsToCloseTooIsClosedAlsoBehindAFailure() {
        List<String> closed = new ArrayList<>();
        JdbcTransaction transaction = engine.begin();
        transaction.closesToo(() -> {
            throw new IllegalStateException("first");
        });
        transaction.closesToo(() -> {
            throw new IllegalStateException("second");
        });
        transaction.closesToo(() -> closed.add("third"));

        assertThatThrownBy(transaction::close)
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("Cannot close ")
                .hasMessageContaining("at the end of a transaction: first. What was not committed is undone.")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .satisfies(other -> assertThat(other).hasMessage("second")));
        assertThat(closed).containsExactly("third");
        assertThat(count()).isZero();
    }

    @Test
    void aSavepointUndoesWhatCameAfterIt() {
        try (JdbcTransaction transaction = engine.begin()) {
            insert(transaction, 1);
            JdbcSavepoint savepoint = transaction.savepoint();
            insert(transaction, 2);
            savepoint.rollback();
            insert(transaction, 3);
            transaction.savepoint().release();
            transaction.commit();
        }

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aSavepointSavesATransactionFromAnError() {
        try (JdbcTransaction transaction = engine.begin()) {
            insert(transaction, 1);
            JdbcSavepoint savepoint = transaction.savepoint();
            assertThatThrownBy(() -> insert(transaction, 1)).isInstanceOf(Exception.class);
            savepoint.rollback();
            insert(transaction, 2);
            transaction.commit();
        }

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void anEndedTransactionIsRefused() {
        try (JdbcTransaction transaction = engine.begin()) {
            transaction.commit();
            assertThat(transaction.isActive()).isFalse();
            assertThatThrownBy(transaction::commit).isInstanceOf(TransactionClosedException.class);
            assertThatThrownBy(transaction::savepoint).isInstanceOf(TransactionClosedException.class);
            transaction.rollback();
        }
    }

    @Test
    void foreignKeysAreEnforced() {
        try (JdbcTransaction transaction = engine.begin()) {
            DSLContext jooq = transaction.connection().unwrap(DSLContext.class);
            assertThatThrownBy(() -> jooq.insertInto(note.asJooq(), id.field(), about.field())
                            .values(1, 99)
                            .execute())
                    .hasMessageMatching("(?si).*(foreign key|referential).*");
        }
    }

    @Test
    void aForeignConnectionIsNeitherCommittedNorClosed() throws SQLException {
        try (JdbcTransaction theirs = engine.begin()) {
            Connection connection = theirs.connection().jdbc();
            try (JdbcTransaction ours = engine.join(connection, JoinMode.CREATE_SAVEPOINT)) {
                insert(ours, 1);
                ours.commit();
            }
            try (JdbcTransaction ours = engine.join(connection, JoinMode.CREATE_SAVEPOINT)) {
                insert(ours, 2);
                ours.rollback();
            }
            assertThat(connection.isClosed()).isFalse();
            insert(theirs, 3);
            assertThat(theirs.connection().jooq().fetchCount(note.asJooq())).isEqualTo(2);
        }

        assertThat(count()).isZero();
    }

    @Test
    void aConnectionWithoutTransactionGetsOneAndItsModeBack() throws SQLException {
        try (JdbcTransaction theirs = engine.begin()) {
            Connection connection = theirs.connection().jdbc();
            theirs.commit();
            connection.setAutoCommit(true);

            try (JdbcTransaction ours = engine.join(connection, JoinMode.ROLLBACK_ONLY)) {
                insert(ours, 1);
                ours.commit();
            }

            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.isClosed()).isFalse();
            connection.setAutoCommit(false);
        }

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void theConnectionShowsItselfAsWhatItIs() throws SQLException {
        try (JdbcTransaction transaction = engine.begin()) {
            JdbcConnection connection = transaction.connection();

            assertThat(connection.unwrap(Connection.class).isClosed()).isFalse();
            assertThat(connection.unwrap(Engine.class)).isSameAs(engine);
            assertThat(connection.unwrap(JdbcConnection.class)).isSameAs(connection);
            assertThat(connection.unwrap(DSLContext.class).dialect().family())
                    .isEqualTo(engine.dialect().family());
            assertThatThrownBy(() -> connection.unwrap(Thread.class)).isInstanceOf(InvalidArgumentException.class);
        }
    }

    @Test
    void tablesThatAreThereStayWhenCreatedAgain() {
        try (JdbcTransaction transaction = engine.begin()) {
            insert(transaction, 1);
            transaction.commit();
        }
        new SchemaChange(engine, tables).createAll();

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void tablesInACircleAreCreatedAndDropped() {
        Table other = new Table("other_note");
        Column otherId = other.add(ColumnDefinition.of("id", int.class).primaryKey());
        other.add(ColumnDefinition.of("note_id", Integer.class)).references(id, false);
        note.add(ColumnDefinition.of("other_id", Integer.class)).references(otherId, false);
        new SchemaChange(engine, tables).dropAll();
        SchemaChange circle = new SchemaChange(engine, Tables.of(List.of(note, other)));

        circle.createAll();
        circle.createAll();
        try (JdbcTransaction transaction = engine.begin()) {
            DSLContext jooq = transaction.connection().jooq();
            insert(transaction, 1);
            jooq.insertInto(other.asJooq()).values(7, 1).execute();
            jooq.update(note.asJooq()).set(note.column("other_id").field(), 7).execute();
            transaction.commit();
        }
        circle.dropAll();
        circle.dropAll();
        circle.createAll();

        assertThat(count()).isZero();
    }

    @Test
    void unquotedNamesInTextOfTheUsersOwnFindTheTables() {
        try (JdbcTransaction transaction = engine.begin()) {
            assertThat(transaction.connection().jooq().fetchValue("select count(*) from note"))
                    .extracting(count -> ((Number) count).intValue())
                    .isEqualTo(0);
        }
    }

    @Test
    void aDeferredConstraintFailsTheCommit() {
        if (engine.dialect().family() != SQLDialect.POSTGRES) {
            return;
        }
        try (JdbcTransaction transaction = engine.begin()) {
            DSLContext jooq = transaction.connection().jooq();
            jooq.execute("create table late (id int references note (id) deferrable initially deferred)");
            jooq.execute("insert into late values (42)");
            assertThatThrownBy(transaction::commit).isInstanceOf(IntegrityException.class);
            transaction.rollback();
        }
    }

    private void insert(JdbcTransaction transaction, int key) {
        transaction
                .connection()
                .jooq()
                .insertInto(note.asJooq(), id.field())
                .values(key)
                .execute();
    }

    private int count() {
        try (JdbcTransaction transaction = engine.begin()) {
            return transaction.connection().jooq().fetchCount(note.asJooq());
        }
    }
}
