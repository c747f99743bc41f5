package dev.grapnel.core.session.workspace;

import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import org.jspecify.annotations.Nullable;

/**
 * The highest number among the keys of each hierarchy: what is higher is not there. Rows mostly come in the order of their keys, so that hardly any
 * has to be searched.
 */
final class HighestKeys {
    /** Of more hierarchies nothing is known. */
    private static final int MOST = 16;

    private @Nullable OfRoot first;
    private @Nullable OfRoot latest;
    private int count;

    /** Of one hierarchy. */
    private static final class OfRoot {
        final Class<?> root;
        final @Nullable OfRoot next;
        long highest;

        OfRoot(Class<?> root, @Nullable OfRoot next) {
            this.root = root;
            this.next = next;
            this.highest = Long.MIN_VALUE;
        }
    }

    /**
     * Whether no key of a hierarchy can have a value.
     *
     * @param root of the hierarchy
     * @param value of the primary key, or null for one of several parts or with a token
     */
    boolean isBeyond(Class<?> root, @Nullable Object value) {
        OfRoot known = find(root);
        if (known == null) {
            return count < MOST;
        }
        return isNumber(value) && number(value) > known.highest;
    }

    /** Notes the key of a state that is added. */
    void note(InstanceState state) {
        Object value = state.plainIdentity();
        Class<?> root =
                value == null ? state.requireKey().root() : state.manager().identityRoot();
        OfRoot known = find(root);
        if (known == null && count < MOST) {
            known = new OfRoot(root, first);
            first = known;
            latest = known;
            count++;
        }
        if (known != null) {
            known.highest = isNumber(value) ? Math.max(known.highest, number(value)) : Long.MAX_VALUE;
        }
    }

    /** The value of a key that may be compared, or null. */
    static @Nullable Object comparable(IdentityKey key) {
        return key.token() == null ? key.part(0) : null;
    }

    private @Nullable OfRoot find(Class<?> root) {
        if (latest != null && latest.root == root) {
            return latest;
        }
        for (OfRoot at = first; at != null; at = at.next) {
            if (at.root == root) {
                latest = at;
                return at;
            }
        }
        return null;
    }

    private static boolean isNumber(@Nullable Object value) {
        return value instanceof Long || value instanceof Integer;
    }

    private static long number(@Nullable Object value) {
        return value instanceof Long number ? number : value instanceof Integer small ? small : Long.MAX_VALUE;
    }

    void clear() {
        first = null;
        latest = null;
        count = 0;
    }
}
