package dev.grapnel.core.session;

/** Travels with an exception to say that it came from a flush that a query caused (rule U-30). */
final class AutoflushNote extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AutoflushNote() {
        super(
                "raised by the flush that precedes a query (autoflush). To flush at another time, use withoutAutoflush(…).",
                null,
                false,
                false);
    }
}
