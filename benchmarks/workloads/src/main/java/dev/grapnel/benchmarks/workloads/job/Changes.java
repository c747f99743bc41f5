package dev.grapnel.benchmarks.workloads.job;

import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.NodeWork;
import dev.grapnel.benchmarks.workloads.contract.Prepared;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import java.util.List;

/** Jobs on objects that are loaded before. */
final class Changes {
    /** A stock that no product has before. */
    private static final int STOCK = 7_777;

    private Changes() {}

    private static Attempt attempt(Stage stage, Prepared prepared, Runnable check) {
        return new Attempt() {
            @Override
            public void run() throws Exception {
                stage.written();
                prepared.run();
            }

            @Override
            public void check() {
                check.run();
            }

            @Override
            public void close() {
                prepared.close();
            }
        };
    }

    static Attempt products(Stage stage) throws Exception {
        Trial trial = stage.trial(AuditMode.BY_HAND);
        stage.fill(Stage.Filling.PRODUCTS);
        return attempt(stage, trial.changeProducts(stage.sizes().every(), STOCK), () -> stocks(stage, "product"));
    }

    private static void stocks(Stage stage, String table) {
        WrongResultException.unlessEqual(
                "rows in " + table,
                List.of((long) stage.sizes().products()),
                stage.ground().contents(table));
        WrongResultException.unlessEqual(
                "changed rows in " + table,
                (long) stage.sizes().changed(),
                stage.ground().count(table, "stock", STOCK));
    }

    static Attempt audited(Stage stage, AuditMode audit) throws Exception {
        Trial trial = stage.trial(audit);
        stage.fill(Stage.Filling.AUDITED);
        AuditCheck audits = new AuditCheck(stage, trial, audit);
        return attempt(stage, trial.changeAudited(stage.sizes().every(), STOCK), () -> {
            stocks(stage, "audited_product");
            audits.check(stage.sizes().changed());
        });
    }

    static Attempt nothing(Stage stage) throws Exception {
        Trial trial = stage.trial(AuditMode.BY_HAND);
        stage.fill(Stage.Filling.PRODUCTS);
        Prepared prepared = trial.flushUnchanged(stage.sizes().flushes());
        return attempt(stage, prepared, () -> {
            WrongResultException.unlessEqual(
                    "changed rows in product", 0L, stage.ground().count("product", "stock", STOCK));
            stage.unwritten(Stage.Filling.PRODUCTS);
        });
    }

    static Attempt deletedGraphs(Stage stage) throws Exception {
        Trial trial = stage.trial(AuditMode.BY_HAND);
        stage.fill(Stage.Filling.GRAPHS);
        return attempt(stage, trial.deleteGraphs(), () -> {
            for (String table : List.of("customer", "purchase", "purchase_line")) {
                WrongResultException.unlessEqual(
                        "rows in " + table, List.of(0L), stage.ground().contents(table));
            }
        });
    }

    static Attempt nodes(Stage stage) throws Exception {
        Trial trial = stage.trial(AuditMode.BY_HAND);
        stage.fill(Stage.Filling.NODES);
        NodeWork work = stage.nodeWork();
        return attempt(stage, trial.changeNodes(work), () -> {
            long changed = (long) work.changed() * NodeWork.DEPTH;
            long inserted = (long) work.inserted() * NodeWork.DEPTH;
            long weights = changed * NodeWork.CHANGED_WEIGHT + inserted * NodeWork.NEW_WEIGHT;
            WrongResultException.unlessEqual(
                    "nodes and sum of weight",
                    List.of(changed + inserted, weights),
                    stage.ground().contents("node", "weight"));
        });
    }
}
