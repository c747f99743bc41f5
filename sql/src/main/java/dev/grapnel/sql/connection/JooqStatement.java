package dev.grapnel.sql.connection;

import dev.grapnel.core.error.DatabaseException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/** One statement that a program runs by jOOQ, told to the listeners of the engine. A batch of several texts is told as one. */
final class JooqStatement implements ExecuteListener {
    private final transient JdbcConnection connection;
    private final transient StatementHooks hooks;
    private transient @Nullable StatementEvent event;
    private boolean told;
    private long start;
    private int rows;

    JooqStatement(JdbcConnection connection, StatementHooks hooks) {
        this.connection = connection;
        this.hooks = hooks;
    }

    @Override
    public void prepareStart(ExecuteContext context) {
        if (event == null) {
            StatementEvent about = eventOf(context);
            hooks.before(about);
            event = about;
            if (context.sql() != null) {
                context.sql(about.text());
            }
            start = System.nanoTime();
        }
    }

    private StatementEvent eventOf(ExecuteContext context) {
        @Nullable Query[] queries = context.batchQueries();
        @Nullable Query first = queries.length == 0 ? null : queries[0];
        StatementKind kind = first == null ? StatementKind.OTHER : StatementKind.of(first);
        return new StatementEvent(connection, kind, String.join("; ", context.batchSQL()), parameters(queries));
    }

    private static List<@Nullable Object[]> parameters(@Nullable Query[] queries) {
        List<@Nullable Object[]> parameters = new ArrayList<>();
        for (Query query : queries) {
            parameters.add(query == null ? new Object[0] : query.getBindValues().toArray());
        }
        return parameters;
    }

    @Override
    public void executeEnd(ExecuteContext context) {
        boolean isQuery = context.rows() < 0;
        tell(isQuery ? -1 : context.rows(), null);
    }

    @Override
    public void recordEnd(ExecuteContext context) {
        rows++;
    }

    @Override
    public void fetchEnd(ExecuteContext context) {
        if (event != null) {
            hooks.afterRows(event, rows, System.nanoTime() - start, null);
        }
    }

    @Override
    public void exception(ExecuteContext context) {
        RuntimeException failure = context.exception();
        tell(-1, failure == null ? new DatabaseException("The statement failed in jOOQ.") : failure);
    }

    private void tell(long count, @Nullable RuntimeException failure) {
        if (event != null && !told) {
            told = true;
            hooks.after(new StatementOutcome(event, count, System.nanoTime() - start, failure));
        }
    }
}
