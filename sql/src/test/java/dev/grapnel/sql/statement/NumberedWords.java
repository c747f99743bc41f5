package dev.grapnel.sql.statement;

import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.EngineSettings;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.connection.SchemaChange;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ColumnDefinition;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.schema.Tables;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of 300 words, in a database with one connection. */
final class NumberedWords implements AutoCloseable {
    final Engine engine;
    final PreparedText byId;

    private final Table word = new Table("word");
    private final Column id = word.add(ColumnDefinition.of("id", int.class).primaryKey());
    private final Column text = word.add(ColumnDefinition.of("text", String.class));
    private final SchemaChange schema;
    private final StatementCache texts;

    NumberedWords(String url) {
        engine = Engine.create(url, EngineSettings.DEFAULT.withPoolSize(1));
        schema = new SchemaChange(engine, Tables.of(List.of(word)));
        texts = new StatementCache(engine);
        byId = texts.select(word, List.of(text), List.of(id));
        make();
    }

    interface Work<T> {
        T on(StatementRunner runner) throws SQLException;
    }

    /** The statement that a query ran, with its first value. */
    record Ran(Statement statement, @Nullable Object value) {}

    PreparedText all() {
        return texts.select(word, List.of(text), List.of());
    }

    private void make() {
        schema.createAll();
        inTransaction(runner -> {
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (int number = 1; number <= 300; number++) {
                rows.add(new Object[] {number, "word " + number});
            }
            return runner.executeBatch(
                    texts.insert(word, List.of(id, text), List.of()).single(), rows);
        });
    }

    void makeAnew() {
        schema.dropAll();
        make();
    }

    <T> T inTransaction(Work<T> work) {
        try (JdbcTransaction transaction = engine.begin()) {
            T result = work.on(StatementRunner.on(transaction));
            transaction.commit();
            return result;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    Ran run(StatementRunner runner, PreparedText query, Object... parameters) throws SQLException {
        try (Rows rows = runner.query(query, parameters)) {
            Statement statement = rows.resultSet().getStatement();
            Object first = rows.next() ? rows.readString(1) : null;
            while (rows.next()) {
                // to the end
            }
            return new Ran(statement, first);
        }
    }

    @Override
    public void close() {
        schema.dropAll();
        engine.close();
    }
}
