package dev.grapnel.mongo.session;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.MultipleObjectsFoundException;
import dev.grapnel.core.error.ObjectNotFoundException;
import dev.grapnel.mongo.CursorAction;
import dev.grapnel.mongo.FindOptions;
import dev.grapnel.mongo.OdmCursor;
import dev.grapnel.mongo.command.DocumentQuery;
import dev.grapnel.mongo.command.Rows;
import dev.grapnel.mongo.command.StoredRow;
import dev.grapnel.mongo.mapping.DocumentMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The objects of a query. Cursors that are made of one another share the query, and each has its own hooks and options. */
final class ObjectCursor<T> implements OdmCursor<T> {
    private final SessionParts parts;
    private final Class<T> type;
    private final Rows rows;
    private final FindOptions options;
    private final DocumentMapper mapper;
    private @Nullable T ahead;
    private boolean looked;

    ObjectCursor(SessionParts parts, Class<T> type, Rows rows, FindOptions options) {
        this.parts = parts;
        this.type = type;
        this.rows = rows;
        this.options = options;
        this.mapper = DocumentMapper.of(type);
    }

    @Override
    public Class<T> type() {
        return type;
    }

    @Override
    public FindOptions options() {
        return options;
    }

    // ---- reading ----

    /** Reads a row between its two hooks; the second one also comes after the end and after an error (statement ODM-Q2). */
    @Nullable T fetch() {
        if (parts.extensions().isEmpty()) {
            return read();
        }
        return fetchBetweenHooks();
    }

    private @Nullable T fetchBetweenHooks() {
        parts.extensions().each(extension -> extension.beforeCursorNext(this));
        T read;
        try {
            read = read();
        } catch (RuntimeException | Error thrown) {
            tellRead();
            throw thrown;
        }
        tellRead();
        return read;
    }

    private void tellRead() {
        parts.extensions().each(extension -> extension.afterCursorNext(this));
    }

    private @Nullable T read() {
        StoredRow row = rows.next();
        if (row == null) {
            return null;
        }
        Object loaded = parts.loading().load(row, mapper, options);
        return cast(options.decorator() == null ? loaded : options.decorator().apply(loaded));
    }

    @SuppressWarnings("unchecked") // what is in the collection is of the class, or decorated by the program
    private T cast(Object object) {
        return (T) object;
    }

    @Override
    public boolean hasNext() {
        if (!looked) {
            ahead = fetch();
            looked = true;
        }
        return ahead != null;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            looked = false;
            throw new NoSuchElementException("The cursor of " + type.getName() + " has no more objects.");
        }
        looked = false;
        return Objects.requireNonNull(ahead);
    }

    @Override
    public Optional<T> first() {
        if (!hasNext()) {
            looked = false;
            return Optional.empty();
        }
        return Optional.of(next());
    }

    @Override
    public T one() {
        if (!hasNext()) {
            looked = false;
            throw new ObjectNotFoundException("Exactly one object of " + type.getName()
                    + " was asked for and there is none. Widen the filter, or ask with first().");
        }
        T only = next();
        if (hasNext()) {
            looked = false;
            throw new MultipleObjectsFoundException("Exactly one object of " + type.getName()
                    + " was asked for and there are several. Narrow the filter, or ask with first() or all().");
        }
        looked = false;
        return only;
    }

    @Override
    public List<T> all() {
        List<T> all = new ArrayList<>();
        while (hasNext()) {
            all.add(next());
        }
        looked = false;
        return all;
    }

    @Override
    public Stream<T> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    // ---- the query ----

    private DocumentQuery query(String operation) {
        if (!options.validated()) {
            throw new InvalidRequestException("Cannot " + operation + " a cursor of " + type.getName()
                    + " whose rows are taken unchecked: say so in the query itself, or let the rows be checked.");
        }
        if (rows instanceof DocumentQuery query) {
            return query;
        }
        throw new InvalidRequestException("Cannot " + operation + " a cursor of one found object: it has no query.");
    }

    @Override
    public long count() {
        return query("count").count();
    }

    @Override
    public List<@Nullable Object> distinct(String field) {
        return query("take the values of").distinct(field);
    }

    @Override
    public OdmCursor<T> limit(int most) {
        query("limit").limit(most);
        return made(options, new CursorAction.Limit(this, most));
    }

    @Override
    public OdmCursor<T> skip(int left) {
        query("skip rows of").skip(left);
        return made(options, new CursorAction.Skip(this, left));
    }

    @Override
    public OdmCursor<T> sort(Bson order) {
        query("sort").sort(order);
        return made(options, new CursorAction.Sort(this, order));
    }

    @Override
    public OdmCursor<T> hint(Bson index) {
        query("hint").hint(index);
        return made(options, new CursorAction.Hint(this, index));
    }

    @Override
    public OdmCursor<T> hint(String index) {
        query("hint").hint(index);
        return made(options, new CursorAction.Hint(this, index));
    }

    @Override
    public OdmCursor<T> options(FindOptions changed) {
        return made(changed, new CursorAction.Options(this, changed));
    }

    /** All options go on to the cursor that is made (statement ODM-Q6, repaired). */
    private OdmCursor<T> made(FindOptions used, CursorAction action) {
        ObjectCursor<T> cursor = new ObjectCursor<>(parts, type, rows, used);
        parts.extensions().each(extension -> extension.cursorCreated(cursor, action));
        return cursor;
    }

    @Override
    public void rewind() {
        query("rewind").rewind();
        looked = false;
    }

    @Override
    public void close() {
        rows.close();
    }
}
