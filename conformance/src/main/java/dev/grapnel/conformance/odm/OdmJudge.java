package dev.grapnel.conformance.odm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.odm.compare.OdmComparison;
import dev.grapnel.conformance.odm.database.MemoryServer;
import dev.grapnel.conformance.odm.deviation.Deviations;
import dev.grapnel.conformance.odm.format.OdmScenario;
import dev.grapnel.conformance.odm.format.OdmScenarioFiles;
import dev.grapnel.conformance.odm.step.OdmScenarioRun;
import java.nio.file.Path;

/** Runs scenarios of the document format and compares. */
final class OdmJudge {
    private final OdmScenarioRun run;
    private final Deviations deviations = Deviations.load();

    OdmJudge(MemoryServer server) {
        this.run = new OdmScenarioRun(server);
    }

    OdmVerdict verdict(Path file) {
        String name = file.getFileName().toString().replaceFirst("^\\d+-", "").replaceFirst("\\.json$", "");
        try {
            return verdict(OdmScenario.read(OdmScenarioFiles.read(file)));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return OdmVerdict.stopped(name, e);
        }
    }

    private OdmVerdict verdict(OdmScenario scenario) {
        Deviations.Adapted adapted = deviations.adapt(scenario.name(), scenario.expected());
        ObjectNode outcome = run.outcome(scenario);
        return new OdmVerdict(
                scenario.name(),
                adapted.deviations(),
                adapted.expected(),
                outcome,
                OdmComparison.first(adapted.expected(), outcome),
                null);
    }
}
