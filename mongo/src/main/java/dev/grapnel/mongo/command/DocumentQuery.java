package dev.grapnel.mongo.command;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import dev.grapnel.core.error.InvalidRequestException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A query that runs when its first row is asked for. Cursors of objects that are made of one another share it (statement ODM-Q5). */
public final class DocumentQuery implements Rows {
    private final DocumentReads reads;
    private final String collection;
    private final Bson filter;
    private FindIterable<StoredRow> rows;
    private @Nullable MongoCursor<StoredRow> open;

    DocumentQuery(DocumentReads reads, String collection, Bson filter, FindIterable<StoredRow> rows) {
        this.reads = reads;
        this.collection = collection;
        this.filter = filter;
        this.rows = rows;
    }

    /** At most so many rows. */
    public void limit(int most) {
        refine("limit", query -> query.limit(most));
    }

    /** Leaves the first rows out. */
    public void skip(int left) {
        refine("skip", query -> query.skip(left));
    }

    /** The rows in an order. */
    public void sort(Bson order) {
        refine("sort", query -> query.sort(order));
    }

    /** Uses an index by its keys. */
    public void hint(Bson index) {
        refine("hint", query -> query.hint(index));
    }

    /** Uses an index by its name. */
    public void hint(String index) {
        refine("hint", query -> query.hintString(index));
    }

    private void refine(String operation, UnaryOperator<FindIterable<StoredRow>> change) {
        if (open != null) {
            throw new InvalidRequestException("Cannot " + operation + " a query of collection '" + collection
                    + "': it has run already. Say so before the first row is read.");
        }
        rows = change.apply(rows);
    }

    @Override
    public @Nullable StoredRow next() {
        if (open == null) {
            open = rows.cursor();
        }
        return open.hasNext() ? open.next() : null;
    }

    /** Begins again at the first row. */
    public void rewind() {
        close();
    }

    /** How many documents the filter selects. */
    public long count() {
        return reads.count(collection, filter);
    }

    /** The different values of a field among the documents that the filter selects. */
    public List<@Nullable Object> distinct(String field) {
        return reads.valuesOf(collection, field, filter);
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
