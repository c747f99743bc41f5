package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.ErrorCode;
import dev.grapnel.core.error.MappingException;

/** The discriminator of a document has a value that no mapped class stands for (statement ODM-Y2). */
public final class UnknownIdentityException extends MappingException {
    private static final long serialVersionUID = 1L;

    UnknownIdentityException(String message) {
        super(ErrorCode.MAPPING, message, null);
    }
}
