package dev.grapnel.mongo.document;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sub-document (statement ODM-S6).
 *
 * <p>It tells its place before each change of a key. Plain lists and maps that are put in are copied into tracked ones.
 */
public final class DocumentMap extends AbstractMap<String, @Nullable Object> implements Nested {
    private final Map<String, @Nullable Object> entries;
    private @Nullable Place place;

    private DocumentMap(Map<String, @Nullable Object> entries) {
        this.entries = entries;
    }

    /**
     * Takes over values that are in the form in which they are kept.
     *
     * @param values by key, which belong to the new map from now on; nested ones tell it
     * @return the map
     */
    public static DocumentMap of(Map<String, @Nullable Object> values) {
        DocumentMap made = new DocumentMap(values);
        for (Object value : made.entries.values()) {
            if (value instanceof Nested nested) {
                nested.place(made::changing);
            }
        }
        return made;
    }

    /**
     * Copies a map at all depths.
     *
     * @param values any values by keys, which become text
     * @return the tracked copy
     */
    public static DocumentMap copyOf(Map<?, ?> values) {
        DocumentMap made = new DocumentMap(new LinkedHashMap<>());
        values.forEach((key, value) -> made.entries.put(String.valueOf(key), Nested.adopt(value, made::changing)));
        return made;
    }

    @Override
    public void place(@Nullable Place told) {
        this.place = told;
    }

    private void changing() {
        if (place != null) {
            place.changing();
        }
    }

    /** A copy of plain lists and maps. */
    Map<String, @Nullable Object> plain() {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        entries.forEach((key, value) -> copy.put(key, Nested.plainCopy(value)));
        return copy;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return entries.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return entries.containsKey(key);
    }

    @Override
    public @Nullable Object put(String key, @Nullable Object value) {
        changing();
        Object former = entries.put(key, Nested.adopt(value, this::changing));
        letGo(former);
        return former;
    }

    @Override
    public @Nullable Object remove(@Nullable Object key) {
        if (!entries.containsKey(key)) {
            return null;
        }
        changing();
        Object former = entries.remove(key);
        letGo(former);
        return former;
    }

    @Override
    public void clear() {
        if (!entries.isEmpty()) {
            changing();
            entries.values().forEach(DocumentMap::letGo);
            entries.clear();
        }
    }

    private static void letGo(@Nullable Object former) {
        if (former instanceof Nested nested) {
            nested.place(null);
        }
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return new Entries();
    }

    /** The entries; what is removed or set through them is told. */
    private final class Entries extends AbstractSet<Entry<String, @Nullable Object>> {
        @Override
        public int size() {
            return entries.size();
        }

        @Override
        public Iterator<Entry<String, @Nullable Object>> iterator() {
            Iterator<Entry<String, @Nullable Object>> each = entries.entrySet().iterator();
            return new Iterator<>() {
                private @Nullable Entry<String, @Nullable Object> last;

                @Override
                public boolean hasNext() {
                    return each.hasNext();
                }

                @Override
                public Entry<String, @Nullable Object> next() {
                    last = each.next();
                    return new Reporting(last);
                }

                @Override
                public void remove() {
                    changing();
                    each.remove();
                    letGo(last == null ? null : last.getValue());
                }
            };
        }
    }

    /** One entry, whose value may be set. */
    private final class Reporting extends SimpleEntry<String, @Nullable Object> {
        private static final long serialVersionUID = 1L;

        Reporting(Entry<String, @Nullable Object> entry) {
            super(entry);
        }

        @Override
        public @Nullable Object setValue(@Nullable Object value) {
            super.setValue(value);
            return put(getKey(), value);
        }
    }
}
