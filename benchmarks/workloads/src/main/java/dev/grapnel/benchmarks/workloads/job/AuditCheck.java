package dev.grapnel.benchmarks.workloads.job;

import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Trial;

/** Checks that audit columns were set, and that hooks were called exactly where there are some. */
final class AuditCheck {
    private final Stage stage;
    private final Trial trial;
    private final AuditMode audit;
    private final long calledBefore;

    AuditCheck(Stage stage, Trial trial, AuditMode audit) {
        this.stage = stage;
        this.trial = trial;
        this.audit = audit;
        calledBefore = trial.hooksCalled();
    }

    void check(long rows) {
        WrongResultException.unlessEqual(
                "rows with changed_by", rows, stage.ground().count("audited_product", "changed_by", AuditMode.BY));
        WrongResultException.unlessEqual(
                "rows with changed_at", rows, stage.ground().count("audited_product", "changed_at", AuditMode.AT));
        WrongResultException.unlessEqual(
                "calls of hooks after a row",
                audit == AuditMode.BY_HOOKS ? rows : 0L,
                trial.hooksCalled() - calledBefore);
    }
}
