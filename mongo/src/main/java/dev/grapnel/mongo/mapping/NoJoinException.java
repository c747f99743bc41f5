package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.ErrorCode;
import dev.grapnel.core.error.MappingException;

/** No foreign id leads from one class of a relation to the other. */
public final class NoJoinException extends MappingException {
    private static final long serialVersionUID = 1L;

    NoJoinException(String message) {
        super(ErrorCode.MAPPING, message, null);
    }
}
