package dev.grapnel.core.state;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an object is in the store: the root class of its hierarchy, the values of its primary key, and an optional token (the name of a shard).
 *
 * <p>Immutable.
 */
public final class IdentityKey implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Class<?> root;
    private final Object id;
    private final @Nullable String token;

    private IdentityKey(Class<?> root, Object id, @Nullable String token) {
        this.root = root;
        this.id = id;
        this.token = token;
    }

    /**
     * The key of an object whose primary key has one part.
     *
     * @param root the root class of its hierarchy
     * @param id the value
     * @param token the shard, or null
     * @return the key
     */
    public static IdentityKey of(Class<?> root, Object id, @Nullable String token) {
        return new IdentityKey(root, id, token);
    }

    /**
     * The key of an object whose primary key has any number of parts.
     *
     * @param root the root class of its hierarchy
     * @param parts the values in order of the key's attributes
     * @param token the shard, or null
     * @return the key
     */
    public static IdentityKey ofParts(Class<?> root, Object[] parts, @Nullable String token) {
        return new IdentityKey(root, parts.length == 1 ? parts[0] : parts.clone(), token);
    }

    /**
     * The same key with another token.
     *
     * @param other the shard, or null
     * @return the key
     */
    public IdentityKey withToken(@Nullable String other) {
        return Objects.equals(token, other) ? this : new IdentityKey(root, id, other);
    }

    /** What a state has to keep of it: the value alone if nothing else is to be said. */
    Object shortForm(Class<?> usualRoot) {
        return token == null && root == usualRoot && !(id instanceof Object[]) ? id : this;
    }

    /** Whether it is the key of one part and without token that has this value. */
    boolean isOf(Class<?> otherRoot, Object value) {
        return token == null && root == otherRoot && id.equals(value);
    }

    /**
     * The hash of a key of one part and without token, without making the key.
     *
     * @param root the root class of the hierarchy
     * @param id the value
     * @return the hash
     */
    public static int hashOf(Class<?> root, Object id) {
        return hashOf(root, id, null);
    }

    static int hashOf(Class<?> root, Object id, @Nullable String token) {
        int parts = id instanceof Object[] several ? Arrays.hashCode(several) : id.hashCode();
        return 31 * (31 * System.identityHashCode(root) + parts) + Objects.hashCode(token);
    }

    /** The root class of the hierarchy. */
    public Class<?> root() {
        return root;
    }

    /** The values of the primary key in order. */
    public List<Object> parts() {
        return id instanceof Object[] parts ? List.of(parts) : List.of(id);
    }

    /** The values of the primary key in order; a copy. */
    public Object[] values() {
        return id instanceof Object[] parts ? parts.clone() : new Object[] {id};
    }

    /** One value of the primary key. */
    public Object part(int at) {
        return id instanceof Object[] parts ? parts[at] : id;
    }

    /** The shard, or null. */
    public @Nullable String token() {
        return token;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof IdentityKey key) || key.root != root) {
            return false;
        }
        boolean same = id instanceof Object[] mine
                ? key.id instanceof Object[] theirs && Arrays.equals(mine, theirs)
                : id.equals(key.id);
        return same && Objects.equals(token, key.token);
    }

    @Override
    public int hashCode() {
        return hashOf(root, id, token);
    }

    @Override
    public String toString() {
        String parts = id instanceof Object[] several ? Arrays.toString(several) : id.toString();
        return root.getSimpleName() + '#' + parts + (token == null ? "" : '@' + token);
    }
}
