package dev.grapnel.conformance.step;

import dev.grapnel.core.error.ErrorCode;
import dev.grapnel.core.error.GrapnelException;
import dev.grapnel.events.NoSuchListenerException;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;

/** The category of an error, by the exception that told of it. */
final class ErrorCategories {
    private static final Map<ErrorCode, String> BY_CODE = Map.ofEntries(
            Map.entry(ErrorCode.UNMAPPED, "unmapped"),
            Map.entry(ErrorCode.INVALID_REQUEST, "invalid_request"),
            Map.entry(ErrorCode.INVALID_ARGUMENT, "invalid_argument"),
            Map.entry(ErrorCode.ATTRIBUTE_NOT_SET, "attribute_not_set"),
            Map.entry(ErrorCode.DETACHED, "detached_instance"),
            Map.entry(ErrorCode.OBJECT_DELETED, "object_deleted"),
            Map.entry(ErrorCode.FLUSH, "flush_error"),
            Map.entry(ErrorCode.STALE_DATA, "stale_data_error"),
            Map.entry(ErrorCode.CIRCULAR_DEPENDENCY, "circular_dependency"),
            Map.entry(ErrorCode.PENDING_ROLLBACK, "pending_rollback"),
            Map.entry(ErrorCode.TRANSACTION_CLOSED, "transaction_closed"),
            Map.entry(ErrorCode.OBJECT_NOT_FOUND, "object_not_found"),
            Map.entry(ErrorCode.MULTIPLE_OBJECTS_FOUND, "multiple_objects_found"),
            Map.entry(ErrorCode.DATABASE, "database_error"),
            Map.entry(ErrorCode.INTEGRITY, "integrity_error"));

    /** Exceptions that are not the library's own; each before those it extends. */
    private static final Map<Class<?>, String> BY_TYPE = Map.of(
            UnboundException.class, "unbound",
            RaisedException.class, "listener_error",
            NoSuchListenerException.class, "invalid_request",
            NoSuchElementException.class, "no_such_element",
            IndexOutOfBoundsException.class, "no_such_element",
            IllegalArgumentException.class, "invalid_argument",
            IntegrityConstraintViolationException.class, "integrity_error",
            DataAccessException.class, "database_error");

    private static final String UNKNOWN = "unexpected ";

    private ErrorCategories() {}

    /** Whether there is a category for an error. */
    static boolean isKnown(RuntimeException failure) {
        return !of(failure).startsWith(UNKNOWN);
    }

    /**
     * The category of an error. An exception that no category is for is named, and so differs from whatever was recorded.
     *
     * @param failure what was thrown
     * @return the category
     */
    static String of(RuntimeException failure) {
        if (failure instanceof GrapnelException known) {
            return BY_CODE.getOrDefault(known.code(), named(failure));
        }
        for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
            String category = BY_TYPE.get(type);
            if (category != null) {
                return category;
            }
        }
        return named(failure);
    }

    private static String named(RuntimeException failure) {
        return UNKNOWN + failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
