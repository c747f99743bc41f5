package dev.grapnel.benchmarks.workloads.job;

import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import java.util.List;

/** Jobs that begin with empty tables. */
final class Inserts {
    private Inserts() {}

    private interface Insert {
        void run() throws Exception;
    }

    private static Attempt attempt(Stage stage, Insert insert, Runnable check) {
        stage.fill(Stage.Filling.NOTHING);
        return new Attempt() {
            @Override
            public void run() throws Exception {
                stage.written();
                insert.run();
            }

            @Override
            public void check() {
                check.run();
            }
        };
    }

    static Attempt products(Stage stage) throws Exception {
        Trial trial = stage.trial(AuditMode.BY_HAND);
        return attempt(stage, () -> trial.insertProducts(stage.products()), () -> stocks(stage, "product"));
    }

    private static void stocks(Stage stage, String table) {
        long stocks = stage.products().stream().mapToLong(ProductRow::stock).sum();
        WrongResultException.unlessEqual(
                "rows and sum of stock in " + table,
                List.of((long) stage.products().size(), stocks),
                stage.ground().contents(table, "stock"));
    }

    static Attempt audited(Stage stage, AuditMode audit) throws Exception {
        Trial trial = stage.trial(audit);
        AuditCheck audits = new AuditCheck(stage, trial, audit);
        return attempt(stage, () -> trial.insertAudited(stage.products()), () -> {
            stocks(stage, "audited_product");
            audits.check(stage.products().size());
        });
    }

    static Attempt graphs(Stage stage) throws Exception {
        Trial trial = stage.trial(AuditMode.BY_HAND);
        return attempt(stage, () -> trial.insertGraphs(stage.graphs()), () -> graphsAreThere(stage));
    }

    private static void graphsAreThere(Stage stage) {
        long customers = stage.graphs().size();
        long purchases = customers * stage.sizes().purchases();
        long lines = purchases * stage.sizes().lines();
        long amounts = stage.graphs().stream()
                .flatMap(graph -> graph.purchases().stream())
                .flatMap(purchase -> purchase.lines().stream())
                .mapToLong(line -> line.amount())
                .sum();
        WrongResultException.unlessEqual(
                "customers", List.of(customers), stage.ground().contents("customer"));
        WrongResultException.unlessEqual(
                "purchases", List.of(purchases), stage.ground().contents("purchase"));
        WrongResultException.unlessEqual(
                "lines and sum of amount",
                List.of(lines, amounts),
                stage.ground().contents("purchase_line", "amount"));
    }
}
