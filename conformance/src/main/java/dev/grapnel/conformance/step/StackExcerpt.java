package dev.grapnel.conformance.step;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Where an error that nobody reckoned with came from. */
public final class StackExcerpt {
    private static final int FRAMES = 15;

    private StackExcerpt() {}

    /**
     * The innermost frames of an error.
     *
     * @param failure what was thrown
     * @return the error and the frames, a line for each
     */
    public static String of(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n      at " + frame)
                .collect(Collectors.joining("", failure.toString(), ""));
    }
}
