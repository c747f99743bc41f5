package dev.grapnel.mongo.session.workspace;

import dev.grapnel.mongo.IdentityMap;
import dev.grapnel.mongo.mapping.DocumentMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The objects of a session by the class at the head of their hierarchy and their id (statement ODM-I1; ODM-I4, repaired). */
public final class Identities implements IdentityMap {
    private final Map<Key, WorkEntry> entries = new LinkedHashMap<>();

    /** A class at the head of a hierarchy, and an id. */
    public static final class Key {
        private final Class<?> root;
        private final @Nullable Object id;
        private final int hash;

        Key(Class<?> root, @Nullable Object id) {
            this.root = root;
            this.id = id;
            this.hash = 31 * root.hashCode() + (id == null ? 0 : id.hashCode());
        }

        @Nullable Object id() {
            return id;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.hash == hash && key.root == root && Objects.equals(key.id, id);
        }
    }

    /** What an object is found by. */
    public static Key key(DocumentMapper mapper, @Nullable Object id) {
        return new Key(mapper.base().type(), id);
    }

    /** Puts an object under the id that it has now. */
    public void put(WorkEntry entry) {
        put(entry, key(entry.state.mapper(), entry.state.id()));
    }

    /** Puts an object under a key, which is its own. */
    public void put(WorkEntry entry, Key key) {
        remove(entry);
        entry.key(key);
        entries.put(key, entry);
    }

    /** Puts an object under the id that it has now, if that is another one. */
    public void renew(WorkEntry entry) {
        Key known = entry.key();
        if (known == null || entries.get(known) != entry || !Objects.equals(known.id(), entry.state.id())) {
            put(entry);
        }
    }

    /** Takes an object out. */
    public void remove(WorkEntry entry) {
        Key known = entry.key();
        if (known != null) {
            entries.remove(known, entry);
        }
    }

    /** Takes all objects out. */
    public void clear() {
        entries.clear();
    }

    /** The object of a document, or null. */
    public @Nullable WorkEntry find(DocumentMapper mapper, @Nullable Object id) {
        return find(key(mapper, id));
    }

    /** The object with a key, or null. */
    public @Nullable WorkEntry find(Key key) {
        return entries.get(key);
    }

    @Override
    public @Nullable Object get(Class<?> type, @Nullable Object id) {
        DocumentMapper mapper = DocumentMapper.of(type);
        WorkEntry entry = find(mapper, mapper.ids().inMemory(id));
        return entry == null ? null : entry.object;
    }

    @Override
    public List<Entry> entries() {
        List<Entry> all = new ArrayList<>(entries.size());
        entries.forEach((key, entry) -> all.add(new Entry(key.root, key.id, entry.object)));
        return all;
    }
}
