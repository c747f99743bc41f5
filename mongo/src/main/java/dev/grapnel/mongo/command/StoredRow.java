package dev.grapnel.mongo.command;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was read: two arrays in place of a map, since it is looked at once and given up. Values are those of a {@link Document}. Quick for those who ask for
 * the fields in the order in which they are stored.
 */
public final class StoredRow {
    private static final int USUAL_SIZE = 8;

    private String[] names = new String[USUAL_SIZE];
    private @Nullable Object[] values = new Object[USUAL_SIZE];
    private int size;
    /** Behind the place where a field was found last. */
    private int at;

    StoredRow() {}

    /** A document as a row. */
    public static StoredRow of(Document document) {
        StoredRow row = new StoredRow();
        document.forEach(row::add);
        return row;
    }

    void add(String name, @Nullable Object value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        names[size] = name;
        values[size++] = value;
    }

    /** Where a field is; below 0 if it is not there. */
    private int place(String name) {
        for (int steps = 0; steps < size; steps++) {
            int place = at < size ? at : 0;
            at = place + 1;
            if (names[place].equals(name)) {
                return place;
            }
        }
        return -1;
    }

    /** The value of a field; null also if it is not there. */
    public @Nullable Object get(String name) {
        return getOr(name, null);
    }

    /** The value of a field, or another one if it is not there. */
    public @Nullable Object getOr(String name, @Nullable Object missing) {
        int place = place(name);
        return place < 0 ? missing : values[place];
    }

    /** All fields, in the order in which they are stored. */
    public void forEach(BiConsumer<String, @Nullable Object> action) {
        for (int place = 0; place < size; place++) {
            action.accept(names[place], values[place]);
        }
    }

    /** The same as a document of its own. */
    public Document document() {
        Document document = new Document();
        forEach(document::put);
        return document;
    }
}
