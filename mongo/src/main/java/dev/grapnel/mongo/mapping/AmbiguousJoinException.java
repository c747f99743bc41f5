package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.ErrorCode;
import dev.grapnel.core.error.MappingException;

/** Several foreign ids lead from one class of a relation to the other. */
public final class AmbiguousJoinException extends MappingException {
    private static final long serialVersionUID = 1L;

    AmbiguousJoinException(String message) {
        super(ErrorCode.MAPPING, message, null);
    }
}
