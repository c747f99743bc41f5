package dev.grapnel.sql.query;

import dev.grapnel.core.error.MultipleObjectsFoundException;
import dev.grapnel.core.error.ObjectNotFoundException;
import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.sql.load.LoadRequest;
import dev.grapnel.sql.load.LoadingSession;
import dev.grapnel.sql.load.NamedShape;
import dev.grapnel.sql.load.OpenRows;
import dev.grapnel.sql.load.ReadRows;
import dev.grapnel.sql.load.RowCursor;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query for objects by a statement that the application wrote itself, made by {@link Query#fromSql} or {@link Query#from}. Immutable.
 *
 * <p>Columns are matched to those of the class by name, whatever the case; the first of a name counts, and others are passed over. The primary
 * key has to be there, and the column that tells the class if there is one. What is missing otherwise is loaded when it is first read.
 *
 * @param <T> the class
 */
public final class SqlQuery<T> {
    private final QuerySession session;
    private final TableMapper mapper;
    private final WrittenSelect statement;
    private final Reading reading;

    SqlQuery(QuerySession session, TableMapper mapper, WrittenSelect statement, Reading reading) {
        this.session = session;
        this.mapper = mapper;
        this.statement = statement;
        this.reading = reading;
    }

    /** All objects, in order, each once. */
    @SuppressWarnings("unchecked") // the mapper is that of T
    public List<T> list() {
        return (List<T>) session.exclusively(this::run);
    }

    /**
     * The one object.
     *
     * @return the object
     * @throws ObjectNotFoundException if there is none
     * @throws MultipleObjectsFoundException if there are several
     */
    public T one() {
        return OnlyObject.require(list(), mapper, statement);
    }

    /**
     * The one object, if there is any.
     *
     * @return the object, or null
     * @throws MultipleObjectsFoundException if there are several
     */
    public @Nullable T oneOrNull() {
        return OnlyObject.find(list(), mapper, statement);
    }

    private List<Object> run() {
        LoadRun run = LoadRun.ofStatement(session, reading.populateExisting(), null);
        LoadRequest request = reading.request(mapper);
        List<Object> found = session.announced(request, () -> {
            request.tell(run);
            try (OpenRows rows = session.open(statement::select, 0)) {
                return read(run, rows);
            }
        });
        run.finish();
        return found;
    }

    private List<Object> read(LoadRun run, OpenRows rows) {
        NamedShape shape = NamedShape.of(mapper, rows.labels());
        RowCursor values = rows.values(shape.types(), shape.positions());
        if (session.dialect().showsNewRowsInOpenResults()) {
            values = ReadRows.of(values, shape.types().size());
        }
        return LoadingSession.objects(new EntityLoader<>(run, shape.plan(), null, null))
                .read(values);
    }
}
