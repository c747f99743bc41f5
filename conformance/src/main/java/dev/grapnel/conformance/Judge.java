package dev.grapnel.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.compare.Comparison;
import dev.grapnel.conformance.compare.Tier;
import dev.grapnel.conformance.database.Databases;
import dev.grapnel.conformance.format.Scenario;
import dev.grapnel.conformance.step.NotSupportedException;
import dev.grapnel.conformance.step.ScenarioRun;

/** Runs scenarios and compares. */
final class Judge {
    private final ScenarioRun run;
    private final Comparison comparison;

    Judge(Databases databases, Tier tier) {
        this.run = new ScenarioRun(databases);
        this.comparison = new Comparison(tier);
    }

    Verdict verdict(Scenario scenario) {
        try {
            ObjectNode outcome = run.outcome(scenario);
            return Verdict.compared(scenario, outcome, comparison.first(scenario.expected(), outcome));
        } catch (NotSupportedException e) {
            return Verdict.unsupported(scenario, e.feature());
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return Verdict.stopped(scenario, e);
        }
    }
}
