package dev.grapnel.mongo.document;

import dev.grapnel.core.error.InvalidArgumentException;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A sub-document (statement ODM-S6).
 *
 * <p>It tells its place before each change of a key. Plain lists and maps that are put in are copied into tracked ones.
 */
public final class DocumentMap extends AbstractMap<String, @Nullable Object> implements Nested, Place {
    private final Map<String, @Nullable Object> entries;
    private final Function<String, Contents> contents;
    private @Nullable Place place;

    private DocumentMap(Map<String, @Nullable Object> entries, Function<String, Contents> contents) {
        this.entries = entries;
        this.contents = contents;
    }

    /**
     * Takes over values that are in the form in which they are kept.
     *
     * @param values by key, which belong to the new map from now on; nested ones tell it
     * @param contents what they are, by key
     * @return the map
     */
    public static DocumentMap of(Map<String, @Nullable Object> values, Function<String, Contents> contents) {
        DocumentMap made = new DocumentMap(values, contents);
        values.forEach((key, value) -> contents.apply(key).join(value, made));
        return made;
    }

    /**
     * Copies a map at all depths.
     *
     * @param values any values by keys, which become text
     * @param contents what they are, by key
     * @return the tracked copy
     */
    public static DocumentMap copyOf(Map<?, ?> values, Function<String, Contents> contents) {
        DocumentMap made = new DocumentMap(new LinkedHashMap<>(), contents);
        values.forEach((key, value) -> {
            String name = textOf(key);
            made.entries.put(name, made.takeIn(name, value));
        });
        return made;
    }

    private static String textOf(@Nullable Object key) {
        if (key == null) {
            throw new InvalidArgumentException(
                    "Cannot put a value with the key null into a sub-document: its keys are text. Give the value a name, or leave it out.");
        }
        return key.toString();
    }

    // ---- its place ----

    @Override
    public void join(Place joined) {
        joined.requireOutside(this);
        this.place = joined;
    }

    @Override
    public void leave(Place left) {
        if (place == left) {
            place = NOWHERE; // what is put in again is a copy
        }
    }

    /** A value is about to change. */
    @Override
    public void changing() {
        if (place != null) {
            place.changing();
        }
    }

    @Override
    public boolean isOver() {
        return place != null && place.isOver();
    }

    @Override
    public boolean isWithin(Nested value) {
        return this == value || (place != null && place.isWithin(value));
    }

    @Override
    public Map<String, @Nullable Object> copy() {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        entries.forEach((key, value) -> copy.put(key, contents.apply(key).copy(value)));
        return copy;
    }

    private @Nullable Object takeIn(String key, @Nullable Object value) {
        return contents.apply(key).takeIn(value, this);
    }

    private void letGo(String key, @Nullable Object former) {
        contents.apply(key).letGo(former, this);
    }

    // ---- entries ----

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
        String name = textOf(key);
        changing();
        Object former = entries.put(name, takeIn(name, value));
        letGo(key, former);
        return former;
    }

    @Override
    public @Nullable Object remove(@Nullable Object key) {
        if (!entries.containsKey(key)) {
            return null;
        }
        changing();
        Object former = entries.remove(key);
        letGo(String.valueOf(key), former);
        return former;
    }

    @Override
    public void clear() {
        if (!entries.isEmpty()) {
            changing();
            entries.forEach(this::letGo);
            entries.clear();
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
                    if (last != null) {
                        letGo(last.getKey(), last.getValue());
                    }
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
