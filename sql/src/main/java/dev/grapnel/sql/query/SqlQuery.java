package dev.grapnel.sql.query;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.MultipleObjectsFoundException;
import dev.grapnel.core.error.ObjectNotFoundException;
import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.load.LoadRequest;
import dev.grapnel.sql.load.NamedShape;
import dev.grapnel.sql.load.OpenRows;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query for objects by a statement that the application wrote itself, made by {@link Query#fromSql} or {@link Query#from}. Immutable.
 *
 * <p>Columns are matched to those of the class by name, whatever the case; the first of a name counts, and others are passed over. The primary
 * key has to be there, and the column that tells the class if there is one. What is missing otherwise is loaded when it is first read. Relationships
 * that are to be joined come by one more statement, for the application's has no room for them. Criteria hold for later loads of the objects and
 * not for the statement itself.
 *
 * @param <T> the class
 */
public final class SqlQuery<T> implements EntityQuery<T> {
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

    @Override
    public Class<?> entity() {
        return mapper.type();
    }

    @Override
    public ExecutionOptions execution() {
        return reading.execution();
    }

    @Override
    public LoadOptions options() {
        return reading.options();
    }

    @Override
    public SqlQuery<T> options(LoadOptions options) {
        return new SqlQuery<>(session, mapper, statement, reading.with(options));
    }

    /**
     * Loads the relationships of a path by a strategy, whatever is mapped.
     *
     * @param strategy the strategy
     * @param path of relationships, from this class on
     * @return the refined query
     */
    public SqlQuery<T> load(LoadStrategy strategy, Attribute<?, ?>... path) {
        return options(reading.options()
                .load(
                        strategy,
                        Arrays.stream(path).map(Attribute::attributeName).toArray(String[]::new)));
    }

    /** All objects, in order, each once. */
    @Override
    @SuppressWarnings("unchecked") // the mapper is that of T
    public List<T> list() {
        return (List<T>) run().objects();
    }

    /**
     * The one object.
     *
     * @return the object
     * @throws ObjectNotFoundException if there is none
     * @throws MultipleObjectsFoundException if there are several
     */
    @Override
    public T one() {
        return OnlyObject.require(list(), mapper, statement);
    }

    /**
     * The one object, if there is any.
     *
     * @return the object, or null
     * @throws MultipleObjectsFoundException if there are several
     */
    @Override
    public @Nullable T oneOrNull() {
        return OnlyObject.find(list(), mapper, statement);
    }

    @Override
    public Optional<T> first() {
        try (Stream<T> all = stream(1)) {
            return all.findFirst();
        }
    }

    /**
     * All objects, in order, a portion at a time, while the database holds the rest. Close it; it ends with the transaction in any case.
     *
     * @return the objects
     */
    @Override
    public Stream<T> stream() {
        return stream(Query.DEFAULT_PORTION);
    }

    /**
     * As {@link #stream()}, with portions of another size.
     *
     * @param portion how many rows are fetched, and objects loaded, at once; at least one
     * @return the objects
     * @throws dev.grapnel.core.error.InvalidArgumentException if the portion is not positive
     */
    @SuppressWarnings("unchecked") // the mapper is that of T
    public Stream<T> stream(int portion) {
        Query.requirePortion(mapper, portion);
        return (Stream<T>) run().stream(portion);
    }

    private ObjectsRun run() {
        return new ObjectsRun(session, mapper, reading, this);
    }

    // ---- what a run needs ----

    OpenRows open(QuerySession running, int portion) {
        return running.open(statement::select, portion);
    }

    WrittenRows rows(OpenRows open, LoadRequest request) {
        NamedShape shape = NamedShape.of(mapper, open.labels(), request.refined(reading.options()));
        return new WrittenRows(shape, open.values(shape.types(), shape.positions()));
    }

    Reading reading() {
        return reading;
    }

    @Override
    public String toString() {
        return statement.toString();
    }
}
