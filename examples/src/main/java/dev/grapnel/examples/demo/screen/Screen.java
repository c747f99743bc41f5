package dev.grapnel.examples.demo.screen;

import java.io.PrintStream;
import java.util.Locale;

/** Prints sections, lines and figures for eyes that have 80 columns. */
public final class Screen {
    private static final int COLUMNS = 80;

    private final PrintStream out;
    private final boolean terminal;
    private int sections;

    /**
     * A screen.
     *
     * @param out where to print
     * @param terminal whether somebody watches, so that a line may be redrawn
     */
    public Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Prints a line without indentation. */
    public void headline(String text) {
        out.println(cut(text));
    }

    /** Begins a section. */
    public void section(String title) {
        sections++;
        out.println();
        out.println(cut(sections + ". " + title));
    }

    /** Prints a line, cut where the screen ends. */
    public void line(String text) {
        out.println(cut("   " + text));
    }

    /** Prints a name and what there is to say about it. */
    public void item(String name, String text) {
        line("%-16s %s".formatted(name, text));
    }

    /** A number with commas between its thousands. */
    public static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Begins to show how far a long job has come. */
    public Progress progress(String task, long steps) {
        return terminal ? new ProgressLine(task, steps) : new ProgressText(out, task, steps);
    }

    private static String cut(String text) {
        return text.length() <= COLUMNS ? text : text.substring(0, COLUMNS - 3) + "...";
    }
}
