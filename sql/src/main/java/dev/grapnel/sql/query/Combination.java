package dev.grapnel.sql.query;

/**
 * The objects of two queries together.
 *
 * @param operator which of them
 * @param left the one query
 * @param right the other query
 */
record Combination(Operator operator, Clauses left, Clauses right) {
    /** Which objects of the two. */
    enum Operator {
        UNION,
        INTERSECT,
        EXCEPT
    }
}
