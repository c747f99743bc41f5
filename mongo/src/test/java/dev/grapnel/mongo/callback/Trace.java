package dev.grapnel.mongo.callback;

import java.util.ArrayList;
import java.util.List;

/** What was called, in order. */
final class Trace {
    private static final List<String> LINES = new ArrayList<>();

    private Trace() {}

    static void add(String line) {
        LINES.add(line);
    }

    /** What was called since the last time. */
    static List<String> take() {
        List<String> taken = List.copyOf(LINES);
        LINES.clear();
        return taken;
    }
}
