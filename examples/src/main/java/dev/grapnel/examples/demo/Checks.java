package dev.grapnel.examples.demo;

import dev.grapnel.examples.demo.screen.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares what the demo did with what it should have done, and remembers what differs. */
public final class Checks {
    private final List<String> differences = new ArrayList<>();
    private int passed;

    /** Compares two values that are to be equal. */
    public void equal(String what, Object expected, Object found) {
        if (Objects.equals(expected, found)) {
            passed++;
        } else {
            differences.add(what + ": expected " + expected + ", found " + found);
        }
    }

    /**
     * Prints the result.
     *
     * @param screen where to print
     * @param title of the section
     * @return whether nothing differs
     */
    public boolean show(Screen screen, String title) {
        screen.section(title);
        differences.forEach(difference -> screen.line("DIFFERENT  " + difference));
        screen.line(
                differences.isEmpty()
                        ? passed + " checks passed"
                        : passed + " checks passed, " + differences.size() + " failed");
        return differences.isEmpty();
    }
}
