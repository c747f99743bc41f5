package dev.grapnel.conformance.database;

import static dev.grapnel.conformance.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.conformance.format.Models;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("A database")
class DatabaseTest {

    private static final Models.Group SHOP = Models.load().group("shop");

    @Nested
    class OfSqlite extends Behaviour {
        OfSqlite() {
            super("sqlite");
        }
    }

    @Nested
    class OfH2 extends Behaviour {
        OfH2() {
            super("h2");
        }
    }

    @Nested
    class OfPostgres extends Behaviour {
        OfPostgres() {
            super("postgresql");
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Behaviour {
        private final String kind;
        private Databases databases;
        private Database database;

        Behaviour(String kind) {
            this.kind = kind;
        }

        @BeforeAll
        void start() {
            databases = Databases.of(kind);
        }

        @AfterAll
        void stop() {
            databases.close();
        }

        @BeforeEach
        void open() {
            database = databases.open(SHOP);
        }

        @AfterEach
        void close() {
            database.close();
        }

        private Connection connection() throws SQLException {
            Connection connection = database.source().getConnection();
            connection.setAutoCommit(false);
            return connection;
        }

        private void insert(Connection connection, String name) throws SQLException {
            connection.createStatement().executeUpdate("insert into \"users\" (\"name\") values ('" + name + "')");
        }

        private void assertKeys(int... keys) {
            assertThat(database.rows().path("users").findValues("id"))
                    .extracting(key -> key.asInt())
                    .containsExactlyElementsOf(
                            java.util.Arrays.stream(keys).boxed().toList());
        }

        @Test
        void beginsEmpty() throws SQLException {
            try (Connection connection = connection()) {
                insert(connection, "a");
                connection.commit();
            }
            database.close();
            database = databases.open(SHOP);

            assertThat(database.rows()).isEmpty();
        }

        @Test
        void givesBackTheRowsThatWereInserted() {
            var data = json("{'users': [{'id': 1, 'name': 'ann', 'nick': null}],"
                    + " 'addresses': [{'id': 4, 'email': 'a@x', 'user_id': 1}]}");
            database.insert(data);

            assertThat(database.rows()).isEqualTo(data);
        }

        @Test
        void countsKeysFromOne() throws SQLException {
            try (Connection connection = connection()) {
                insert(connection, "a");
                insert(connection, "b");
                connection.commit();
            }

            assertKeys(1, 2);
        }

        @Test
        void goesOnBehindAnExplicitKey() throws SQLException {
            database.insert(json("{'users': [{'id': 7, 'name': 'ann', 'nick': null}]}"));
            try (Connection connection = connection()) {
                insert(connection, "b");
                connection.commit();
            }

            assertKeys(7, 8);
        }

        @Test
        void takesKeysBackWithARollback() throws SQLException {
            try (Connection connection = connection()) {
                insert(connection, "a");
                connection.rollback();
                insert(connection, "b");
                connection.commit();
            }

            assertKeys(1);
        }

        @Test
        void takesKeysBackWithARollbackToASavepoint() throws SQLException {
            try (Connection connection = connection()) {
                insert(connection, "a");
                Savepoint savepoint = connection.setSavepoint();
                insert(connection, "b");
                connection.rollback(savepoint);
                insert(connection, "c");
                connection.commit();
            }

            assertKeys(1, 2);
        }

        @Test
        void doesNotUseAKeyAgainWhoseRowIsGone() throws SQLException {
            try (Connection connection = connection()) {
                insert(connection, "a");
                connection.createStatement().executeUpdate("delete from \"users\"");
                insert(connection, "b");
                connection.commit();
            }

            assertKeys(2);
        }

        @Test
        void enforcesForeignKeys() {
            assertThatThrownBy(() -> database.insert(json("{'addresses': [{'id': 1, 'email': 'x', 'user_id': 9}]}")))
                    .isInstanceOf(RuntimeException.class);
        }
    }
}
