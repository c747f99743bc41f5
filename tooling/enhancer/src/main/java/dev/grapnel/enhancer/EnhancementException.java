package dev.grapnel.enhancer;

/**
 * Thrown when a class cannot be enhanced, or when the enhancer cannot be started.
 *
 * <p>The message says what failed, on which class or package, why, and what to do about it.
 */
public final class EnhancementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EnhancementException(String message) {
        super(message);
    }

    EnhancementException(String message, Throwable cause) {
        super(message, cause);
    }
}
