package dev.grapnel.sql.bulk;

import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.sql.load.LoadingSession;
import dev.grapnel.sql.load.ReadRows;
import dev.grapnel.sql.load.ResultRows;
import dev.grapnel.sql.load.SelectShape;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.statement.Rows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a statement wrote, as the database gave them.
 *
 * @param session of the statement
 * @param shape of a row
 * @param rows all of them
 */
record ReturnedRows(BulkSession session, SelectShape shape, ReadRows rows) {

    static ReturnedRows read(BulkSession session, SelectShape shape, Rows rows) {
        ResultRows values =
                new ResultRows(rows, shape.types(), session.statements().types());
        return new ReturnedRows(
                session, shape, ReadRows.of(values, shape.types().size()));
    }

    List<IdentityKey> keys() {
        List<Integer> positions = new ArrayList<>();
        for (Column key : shape.keyColumns()) {
            positions.add(shape.columns().indexOf(key));
        }
        List<IdentityKey> keys = new ArrayList<>();
        ReadRows all = rows.again();
        while (all.next()) {
            @Nullable Object[] parts = positions.stream().map(all::value).toArray();
            IdentityKey key = shape.mapper().identityKey(parts, session.identityToken());
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** Those in memory as they are, others as their rows are. */
    List<Object> objects() {
        LoadRun run = LoadRun.ofStatement(session, false, null);
        List<Object> objects = LoadingSession.objects(new EntityLoader<>(run, shape.plan(), null, null))
                .read(rows.again());
        run.finish();
        return objects;
    }
}
