package dev.grapnel.sql.bulk.evaluate;

/** Only a database can evaluate this. */
public final class NotEvaluableException extends Exception {
    private static final long serialVersionUID = 1L;

    NotEvaluableException(Object part) {
        super("'" + part + "' can only be evaluated by the database");
    }
}
