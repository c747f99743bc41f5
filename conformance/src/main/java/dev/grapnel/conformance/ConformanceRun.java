package dev.grapnel.conformance;

import dev.grapnel.enhancer.Enhancer;
import java.io.PrintStream;

/** Runs scenario files from the command line. */
public final class ConformanceRun {
    private ConformanceRun() {}

    /**
     * Runs scenario files; the process ends with 0 only if all scenarios pass.
     *
     * @param arguments {@code [--odm] [--db sqlite|h2|postgresql] [--tier 1|2] [--verbose] PATH...}
     */
    public static void main(String[] arguments) {
        Enhancer.install("dev.grapnel.conformance.model", "dev.grapnel.conformance.odm.generated");
        System.exit(run(arguments, System.out, System.err));
    }

    private static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            return new Conformance(CommandLine.parse(arguments), out).run() ? 0 : 1;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        }
    }
}
