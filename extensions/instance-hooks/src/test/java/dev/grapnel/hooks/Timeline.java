package dev.grapnel.hooks;

import java.util.ArrayList;
import java.util.List;

/** What happened, in order: hooks, events and statements. */
final class Timeline {
    private static final List<String> LINES = new ArrayList<>();

    private Timeline() {}

    static void add(String line) {
        LINES.add(line);
    }

    static List<String> take() {
        List<String> taken = List.copyOf(LINES);
        LINES.clear();
        return taken;
    }
}
