package dev.grapnel.benchmarks.jooq;

import dev.grapnel.benchmarks.jooq.generated.tables.records.AuditedProductRecord;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.RecordContext;
import org.jooq.RecordListener;

/** Audits before inserts and updates, and counts after them. */
final class Auditor implements RecordListener {
    private final AtomicLong called = new AtomicLong();

    long called() {
        return called.get();
    }

    static void audit(AuditedProductRecord product) {
        product.setChangedBy(AuditMode.BY);
        product.setChangedAt(AuditMode.AT);
    }

    private static void before(RecordContext context) {
        if (context.record() instanceof AuditedProductRecord product) {
            audit(product);
        }
    }

    private void after(RecordContext context) {
        if (context.record() instanceof AuditedProductRecord) {
            called.incrementAndGet();
        }
    }

    @Override
    public void insertStart(RecordContext context) {
        before(context);
    }

    @Override
    public void insertEnd(RecordContext context) {
        after(context);
    }

    @Override
    public void updateStart(RecordContext context) {
        before(context);
    }

    @Override
    public void updateEnd(RecordContext context) {
        after(context);
    }
}
