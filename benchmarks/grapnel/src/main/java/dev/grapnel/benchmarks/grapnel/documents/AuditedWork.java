package dev.grapnel.benchmarks.grapnel.documents;

import dev.grapnel.benchmarks.workloads.contract.Prepared;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.mongo.OdmSession;
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
        Mapped.on(ByHooksProduct.class).beforeInsert(event -> event.target().audit());
        Mapped.on(ByHooksProduct.class).beforeUpdate(event -> event.target().audit());
        Mapped.on(ByHooksProduct.class).afterInsert(event -> work.hooksCalled++);
        Mapped.on(ByHooksProduct.class).afterUpdate(event -> work.hooksCalled++);
        return work;
    }

    void insert(OdmSession session, List<ProductRow> rows) {
        for (ProductRow row : rows) {
            T product = maker.apply(row);
            if (byHand) {
                product.audit();
            }
            session.save(product);
        }
    }

    Prepared change(OdmSession session, int every, int stock) {
        return new Loaded<>(session, type, (open, all) -> {
            for (T product : all) {
                if (product.number() % every == 1) {
                    product.stock = stock;
                    if (byHand) {
                        product.audit();
                    }
                }
            }
            open.flush();
        });
    }

    long hooksCalled() {
        return hooksCalled;
    }
}
