package dev.grapnel.testkit.callback;

import java.util.ArrayList;
import java.util.List;

/** Which callback methods were called. */
final class Calls {
    private static final List<String> MADE = new ArrayList<>();

    private Calls() {}

    static void add(String call) {
        MADE.add(call);
    }

    static List<String> take() {
        List<String> taken = List.copyOf(MADE);
        MADE.clear();
        return taken;
    }
}
