package dev.grapnel.benchmarks.jooq;

import static dev.grapnel.benchmarks.jooq.generated.Tables.AUDITED_PRODUCT;
import static dev.grapnel.benchmarks.jooq.generated.Tables.NODE;
import static dev.grapnel.benchmarks.jooq.generated.Tables.PRODUCT;
import static dev.grapnel.benchmarks.jooq.generated.Tables.READING;

import dev.grapnel.benchmarks.jooq.Graphs.Graph;
import dev.grapnel.benchmarks.jooq.generated.Sequences;
import dev.grapnel.benchmarks.jooq.generated.tables.records.AuditedProductRecord;
import dev.grapnel.benchmarks.jooq.generated.tables.records.NodeRecord;
import dev.grapnel.benchmarks.jooq.generated.tables.records.ProductRecord;
import dev.grapnel.benchmarks.jooq.generated.tables.records.ReadingRecord;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Checksum;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.NodeWork;
import dev.grapnel.benchmarks.workloads.contract.Prepared;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Result;

/** A transaction for each unit of work. */
final class JooqTrial implements Trial {
    private static final int FETCHED = 1_000;

    private final DSLContext context;
    private final boolean hooks;
    private final Auditor auditor;

    JooqTrial(DSLContext context, AuditMode audit, Auditor auditor) {
        this.context = context;
        this.auditor = auditor;
        hooks = audit == AuditMode.BY_HOOKS;
    }

    private <T> T inTransaction(Function<DSLContext, T> work) {
        return context.transactionResult(configuration -> work.apply(configuration.dsl()));
    }

    private interface LoadedWork<T> {
        void with(DSLContext context, T loaded);
    }

    /** What is measured is a transaction of its own, as one that reads and one that writes are two to a program without sessions. */
    private <T> Prepared prepared(Function<DSLContext, T> load, LoadedWork<T> work) {
        T loaded = inTransaction(load);
        return new Prepared() {
            @Override
            public void run() {
                inTransaction(inside -> {
                    work.with(inside, loaded);
                    return loaded;
                });
            }

            @Override
            public void close() {
                // Nothing is held but records.
            }
        };
    }

    @Override
    public void insertProducts(List<ProductRow> rows) {
        inTransaction(inside -> {
            Keys keys = new Keys(inside, Sequences.PRODUCT_SEQ, rows.size());
            List<ProductRecord> records = new ArrayList<>(rows.size());
            for (ProductRow row : rows) {
                records.add(
                        new ProductRecord(keys.next(), row.name(), row.maker(), row.price(), row.stock(), row.since()));
            }
            return inside.batchInsert(records).execute();
        });
    }

    @Override
    public void insertGraphs(List<CustomerRow> rows) {
        inTransaction(inside -> {
            Graphs.insert(inside, rows);
            return rows;
        });
    }

    private static long sum(ProductRecord product) {
        return Checksum.ofProduct(
                product.getId(),
                product.getName(),
                product.getMaker(),
                product.getPrice(),
                product.getStock(),
                product.getSince());
    }

    @Override
    public LongSupplier loadProducts() {
        Result<ProductRecord> all = inTransaction(inside -> inside.fetch(PRODUCT));
        return () -> all.stream().mapToLong(JooqTrial::sum).sum();
    }

    @Override
    public Prepared changeProducts(int every, int stock) {
        return prepared(inside -> inside.fetch(PRODUCT), (inside, all) -> {
            List<ProductRecord> changed = new ArrayList<>();
            for (ProductRecord product : all) {
                if (product.getId() % every == 1) {
                    product.setStock(stock);
                    changed.add(product);
                }
            }
            inside.batchUpdate(changed).execute();
        });
    }

    @Override
    public LongSupplier loadGraphs() {
        List<Graph> all = inTransaction(Graphs::all);
        return () -> all.stream().mapToLong(Graph::sum).sum();
    }

    @Override
    public long findProducts(long[] keys) {
        long sum = 0;
        for (long key : keys) {
            sum += sum(inTransaction(inside -> Objects.requireNonNull(inside.fetchOne(PRODUCT, PRODUCT.ID.eq(key)))));
        }
        return sum;
    }

    @Override
    public Prepared flushUnchanged(int times) {
        return prepared(inside -> inside.fetch(PRODUCT), (inside, all) -> {
            for (int time = 0; time < times; time++) {
                List<ProductRecord> changed =
                        all.stream().filter(ProductRecord::changed).toList();
                if (!changed.isEmpty()) {
                    inside.batchStore(changed).execute();
                }
            }
        });
    }

    @Override
    public Prepared deleteGraphs() {
        return prepared(Graphs::all, Graphs::delete);
    }

    @Override
    public void insertAudited(List<ProductRow> rows) {
        inTransaction(inside -> {
            Keys keys = new Keys(inside, Sequences.AUDITED_PRODUCT_SEQ, rows.size());
            List<AuditedProductRecord> records = new ArrayList<>(rows.size());
            for (ProductRow row : rows) {
                AuditedProductRecord product = audited(keys.next(), row);
                auditByHand(product);
                records.add(product);
            }
            return inside.batchInsert(records).execute();
        });
    }

    private static AuditedProductRecord audited(Long key, ProductRow row) {
        AuditedProductRecord product = new AuditedProductRecord();
        product.setId(key);
        product.setName(row.name());
        product.setMaker(row.maker());
        product.setPrice(row.price());
        product.setStock(row.stock());
        product.setSince(row.since());
        return product;
    }

    private void auditByHand(AuditedProductRecord product) {
        if (!hooks) {
            Auditor.audit(product);
        }
    }

    @Override
    public Prepared changeAudited(int every, int stock) {
        return prepared(inside -> inside.fetch(AUDITED_PRODUCT), (inside, all) -> {
            List<AuditedProductRecord> changed = new ArrayList<>();
            for (AuditedProductRecord product : all) {
                if (product.getId() % every == 1) {
                    product.setStock(stock);
                    auditByHand(product);
                    changed.add(product);
                }
            }
            inside.batchUpdate(changed).execute();
        });
    }

    @Override
    public long hooksCalled() {
        return auditor.called();
    }

    @Override
    public long streamReadings() {
        return inTransaction(inside -> {
            long sum = 0;
            try (Cursor<ReadingRecord> readings =
                    inside.selectFrom(READING).fetchSize(FETCHED).fetchLazy()) {
                for (ReadingRecord reading : readings) {
                    sum += reading.getId() + reading.getAmount();
                }
            }
            return sum;
        });
    }

    @Override
    public Prepared changeNodes(NodeWork work) {
        return prepared(inside -> changed(inside, work), (inside, nodes) -> {
            inside.batchUpdate(nodes.changed).execute();
            insert(inside, nodes.added);
            inside.batchDelete(nodes.deleted).execute();
        });
    }

    /**
     * What to write.
     *
     * @param added without keys
     */
    private record Nodes(List<NodeRecord> changed, List<NodeRecord> deleted, List<NodeRecord> added) {}

    private static Nodes changed(DSLContext context, NodeWork work) {
        List<NodeRecord> all = context.selectFrom(NODE).orderBy(NODE.ID).fetch();
        int count = work.changed() * NodeWork.DEPTH;
        List<NodeRecord> changed = all.subList(0, count);
        changed.forEach(node -> node.setWeight(NodeWork.CHANGED_WEIGHT));
        List<NodeRecord> deleted = new ArrayList<>();
        for (int at = work.nodesBefore() - 1; at >= count; at--) {
            deleted.add(all.get(at));
        }
        List<NodeRecord> added = new ArrayList<>();
        for (int at = 0; at < work.inserted() * NodeWork.DEPTH; at++) {
            NodeRecord node = new NodeRecord();
            node.setName(NodeWork.NEW_NAME);
            node.setWeight(NodeWork.NEW_WEIGHT);
            added.add(node);
        }
        return new Nodes(changed, deleted, added);
    }

    /** Each but the first of a chain is the child of the one before. */
    private static void insert(DSLContext context, List<NodeRecord> added) {
        Keys keys = new Keys(context, Sequences.NODE_SEQ, added.size());
        for (int at = 0; at < added.size(); at++) {
            NodeRecord node = added.get(at);
            node.setId(keys.next());
            if (at % NodeWork.DEPTH != 0) {
                node.setParentId(added.get(at - 1).getId());
            }
        }
        context.batchInsert(added).execute();
    }

    @Override
    public void close() {
        // The pool is the harness's.
    }
}
