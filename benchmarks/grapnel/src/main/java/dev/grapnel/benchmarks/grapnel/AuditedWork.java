package dev.grapnel.benchmarks.grapnel;

import dev.grapnel.benchmarks.workloads.contract.Prepared;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.sql.Session;
import java.util.List;
import java.util.function.Function;

/** The same work on two classes: one that the program audits, and one that listeners audit. */
final class AuditedWork<T extends Audited> {
    private final Class<T> type;
    private final Function<ProductRow, T> maker;
    private final boolean byHand;
    private long hooksCalled;

    private AuditedWork(Class<T> type, Function<ProductRow, T> maker, boolean byHand) {
        this.type = type;
        this.maker = maker;
        this.byHand = byHand;
    }

    static AuditedWork<ByHandProduct> byHand() {
        return new AuditedWork<>(ByHandProduct.class, ByHandProduct::new, true);
    }

    static AuditedWork<ByHooksProduct> byHooks() {
        AuditedWork<ByHooksProduct> work = new AuditedWork<>(ByHooksProduct.class, ByHooksProduct::new, false);
        work.listen();
        return work;
    }

    private void listen() {
        Mapped.on(type).beforeInsert(event -> event.target().audit());
        Mapped.on(type).beforeUpdate(event -> event.target().audit());
        Mapped.on(type).afterInsert(event -> hooksCalled++);
        Mapped.on(type).afterUpdate(event -> hooksCalled++);
    }

    void insert(Session session, List<ProductRow> rows) {
        for (ProductRow row : rows) {
            T product = maker.apply(row);
            if (byHand) {
                product.audit();
            }
            session.add(product);
        }
    }

    Prepared change(Session session, int every, int stock) {
        return new Loaded<>(session, open -> open.query(type).list(), (open, all) -> {
            for (T product : all) {
                if (product.id % every == 1) {
                    product.stock = stock;
                    if (byHand) {
                        product.audit();
                    }
                }
            }
            open.commit();
        });
    }

    long hooksCalled() {
        return hooksCalled;
    }
}
