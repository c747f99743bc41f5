package dev.grapnel.mongo.field;

import dev.grapnel.mongo.schema.InvalidValueException;

/** How deep the objects that are being looked at in this thread stand within one another: one that is a part of itself would have no end. */
final class Depth {
    /** What servers take. */
    private static final int MOST = 100;

    private static final ThreadLocal<Integer> CURRENT = new ThreadLocal<>();

    private Depth() {}

    /**
     * A part of what is being looked at is next.
     *
     * @param type of it
     * @throws InvalidValueException if that is deeper than a server takes
     */
    static void enter(Class<?> type) {
        Integer around = CURRENT.get();
        int depth = around == null ? 0 : around;
        if (depth == MOST) {
            throw new InvalidValueException("objects of " + type.getName() + " stand within one another more than "
                    + MOST + " deep, or one is a part of itself");
        }
        CURRENT.set(depth + 1);
    }

    /** What was entered is done. */
    static void leave() {
        Integer depth = CURRENT.get();
        if (depth == null || depth == 1) {
            CURRENT.remove();
        } else {
            CURRENT.set(depth - 1);
        }
    }
}
