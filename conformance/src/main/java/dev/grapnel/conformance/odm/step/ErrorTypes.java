package dev.grapnel.conformance.odm.step;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import dev.grapnel.core.error.AttributeNotSetException;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.MultipleObjectsFoundException;
import dev.grapnel.core.error.ObjectNotFoundException;
import dev.grapnel.core.error.ValidationException;
import dev.grapnel.mongo.mapping.AmbiguousJoinException;
import dev.grapnel.mongo.mapping.NoJoinException;
import dev.grapnel.mongo.mapping.UnknownIdentityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** Gives exceptions the names that the format has for errors. */
final class ErrorTypes {
    /** In the order in which they are asked; a subclass stands before its superclass. */
    private static final Map<Class<? extends RuntimeException>, String> NAMES = names();

    private ErrorTypes() {}

    private static Map<Class<? extends RuntimeException>, String> names() {
        Map<Class<? extends RuntimeException>, String> names = new LinkedHashMap<>();
        names.put(ValidationException.class, "Invalid");
        names.put(AmbiguousJoinException.class, "AmbiguousJoin");
        names.put(NoJoinException.class, "NoJoin");
        names.put(UnknownIdentityException.class, "KeyError");
        names.put(AttributeNotSetException.class, "AttributeError");
        names.put(ObjectNotFoundException.class, "ValueError");
        names.put(MultipleObjectsFoundException.class, "ValueError");
        names.put(InvalidArgumentException.class, "ValueError");
        names.put(NoSuchElementException.class, "StopIteration");
        names.put(UnsupportedOperationException.class, "TypeError");
        return names;
    }

    /**
     * Tells an error of a step.
     *
     * @param failure what was thrown
     * @param call that failed
     * @return its form in a record
     */
    static ObjectNode told(RuntimeException failure, Call call) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        if (failure instanceof RaisedException) {
            return error.put("type", "ScenarioError").put("message", failure.getMessage());
        }
        return error.put("type", type(failure, call));
    }

    private static String type(RuntimeException failure, Call call) {
        if (failure instanceof MongoException refused) {
            return ErrorCategory.fromErrorCode(refused.getCode()) == ErrorCategory.DUPLICATE_KEY
                    ? "DuplicateKeyError"
                    : "OperationFailure";
        }
        if (failure instanceof ClassCastException
                && call.step().text("call", "").equals("bool")) {
            return "MingException";
        }
        if (failure instanceof InvalidRequestException) {
            return invalidRequest(call);
        }
        return NAMES.entrySet().stream()
                .filter(known -> known.getKey().isInstance(failure))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(failure.toString());
    }

    /** Too late for a cursor, impossible for one that does not check its rows, or nothing without a database. */
    private static String invalidRequest(Call call) {
        if (!call.step().op().equals("cursor")) {
            return "MongoGone";
        }
        return call.cursor().options().validated() ? "InvalidOperation" : "AttributeError";
    }
}
