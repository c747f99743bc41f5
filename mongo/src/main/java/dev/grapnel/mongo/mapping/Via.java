package dev.grapnel.mongo.mapping;

import org.jspecify.annotations.Nullable;

/**
 * By which foreign id a relation goes (statement ODM-P4). Immutable.
 *
 * @param field the foreign id; null: the only one there is
 * @param ownSide whether it is a field of the class itself, or one of the class at the other end; null: wherever it is
 * @param kept whether the value that was read is kept on the object
 */
public record Via(@Nullable String field, @Nullable Boolean ownSide, boolean kept) {
    /** The only foreign id between the two classes. */
    public static Via any() {
        return new Via(null, null, true);
    }

    /** A foreign id of either class. */
    public static Via field(String name) {
        return new Via(name, null, true);
    }

    /** A foreign id of the class itself. */
    public static Via own(String name) {
        return new Via(name, true, true);
    }

    /** A foreign id of the class at the other end. */
    public static Via other(String name) {
        return new Via(name, false, true);
    }

    /** Nothing that is read is kept: lists are cursors (statement ODM-P6). */
    public Via unfetched() {
        return new Via(field, ownSide, false);
    }
}
