package dev.grapnel.conformance;

import dev.grapnel.conformance.database.Databases;
import dev.grapnel.conformance.format.Scenario;
import dev.grapnel.conformance.format.ScenarioFiles;
import dev.grapnel.conformance.odm.OdmConformance;
import java.io.PrintStream;
import java.util.List;

/** Runs scenario files and prints what came of them. */
final class Conformance {
    private final CommandLine line;
    private final PrintStream out;

    Conformance(CommandLine line, PrintStream out) {
        this.line = line;
        this.out = out;
    }

    /** Runs all; whether all passed. */
    boolean run() {
        if (line.odm()) {
            return OdmConformance.run(line.paths(), line.verbose(), line.missing(), out);
        }
        List<Scenario> scenarios = ScenarioFiles.read(line.paths());
        Report report = new Report(line, out);
        try (Databases databases = Databases.of(line.database())) {
            Judge judge = new Judge(databases, line.tier());
            scenarios.forEach(scenario -> report.add(judge.verdict(scenario)));
        }
        return report.end();
    }
}
