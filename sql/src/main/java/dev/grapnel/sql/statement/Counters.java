package dev.grapnel.sql.statement;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.IntegrityException;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.schema.CounterRow;
import dev.grapnel.sql.statement.TakenKeys.Block;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Takes keys from rows that hold the last key given out. The row is counted up first, which locks it, and read then.
 *
 * <p>In a transaction of its own, so that others wait for a moment only and keys that are left may be kept whatever becomes of the flush. Where
 * there is one writer at a time, that would wait for the flush for ever: there exactly the keys that are needed are taken in the transaction
 * of the flush, and a rollback gives them back.
 */
final class Counters {
    private final StatementCache texts;

    private record Step(CounterRow counter, String what) {}

    Counters(StatementCache texts) {
        this.texts = texts;
    }

    Block takeHere(CounterRow counter, StatementRunner runner, long count) {
        if (!countUp(counter, runner, count)) {
            begin(counter, runner, count);
        }
        return block(counter, runner, count);
    }

    Block takeApart(CounterRow counter, Engine engine, long count) {
        try {
            return inTransaction(counter, engine, count);
        } catch (IntegrityException begunByOther) {
            return inTransaction(counter, engine, count); // the row that could not be made twice is there now
        }
    }

    private Block inTransaction(CounterRow counter, Engine engine, long count) {
        try (JdbcTransaction transaction = begin(counter, engine)) {
            Block block = takeHere(counter, StatementRunner.on(transaction), count);
            transaction.commit();
            return block;
        }
    }

    private static JdbcTransaction begin(CounterRow counter, Engine engine) {
        try {
            return engine.begin();
        } catch (DatabaseException failure) {
            throw new DatabaseException(
                    "Cannot take keys from " + counter
                            + ": that needs a transaction of its own besides that of the flush, also for a session on someone else's connection. "
                            + failure.getMessage(),
                    failure);
        }
    }

    private boolean countUp(CounterRow counter, StatementRunner runner, long count) {
        DSLContext context = texts.context();
        Field<Long> more = Placeholders.of(SQLDataType.BIGINT, 0).coerce(SQLDataType.BIGINT);
        PreparedText text = texts.render(
                new Step(counter, "count"),
                () -> context.update(counter.asJooq())
                        .set(counter.valueField(), counter.valueField().plus(more))
                        .where(counter.nameField().eq(counter.name())));
        return runner.execute(text, count) > 0;
    }

    private void begin(CounterRow counter, StatementRunner runner, long count) {
        DSLContext context = texts.context();
        PreparedText text = texts.render(
                new Step(counter, "begin"),
                () -> context.insertInto(counter.asJooq(), counter.nameField(), counter.valueField())
                        .values(
                                DSL.val(counter.name()),
                                Placeholders.of(SQLDataType.BIGINT, 0).coerce(SQLDataType.BIGINT)));
        runner.execute(text, counter.start() + count);
    }

    private Block block(CounterRow counter, StatementRunner runner, long count) {
        DSLContext context = texts.context();
        PreparedText text = texts.render(
                new Step(counter, "read"),
                () -> context.select(counter.valueField())
                        .from(counter.asJooq())
                        .where(counter.nameField().eq(counter.name())));
        try (Rows rows = runner.query(text)) {
            rows.next();
            Object last = Objects.requireNonNull(rows.read((result, position) -> result.getLong(position), 1));
            return new Block((Long) last - count + 1, count);
        }
    }
}
