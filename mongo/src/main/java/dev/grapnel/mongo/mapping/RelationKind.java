package dev.grapnel.mongo.mapping;

/** Where the foreign id of a relation is, and how many there are (statement ODM-P4). */
enum RelationKind {
    /** An id here. */
    MANY_TO_ONE,
    /** An id there. */
    ONE_TO_MANY,
    /** A list of ids here. */
    MANY_TO_MANY_HERE,
    /** A list of ids there. */
    MANY_TO_MANY_THERE;

    static RelationKind of(boolean here, boolean list) {
        if (here) {
            return list ? MANY_TO_MANY_HERE : MANY_TO_ONE;
        }
        return list ? MANY_TO_MANY_THERE : ONE_TO_MANY;
    }
}
