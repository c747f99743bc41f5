package dev.grapnel.benchmarks.grapnel.both;

import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.grapnel.core.mapping.Mapped;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The same work on two classes: one that the program audits, and one that listeners audit.
 *
 * @param <T> the class
 */
public final class AuditedWork<T extends AuditedObject> {
    private final Class<T> type;
    private final Function<ProductRow, T> maker;
    private final boolean byHand;
    private long hooksCalled;

    private AuditedWork(Class<T> type, Function<ProductRow, T> maker, boolean byHand) {
        this.type = type;
        this.maker = maker;
        this.byHand = byHand;
    }

    /**
     * The program audits.
     *
     * @param type the class
     * @param maker of new ones
     */
    public static <T extends AuditedObject> AuditedWork<T> byHand(Class<T> type, Function<ProductRow, T> maker) {
        return new AuditedWork<>(type, maker, true);
    }

    /**
     * Listeners audit.
     *
     * @param type the class
     * @param maker of new ones
     */
    public static <T extends AuditedObject> AuditedWork<T> byHooks(Class<T> type, Function<ProductRow, T> maker) {
        AuditedWork<T> work = new AuditedWork<>(type, maker, false);
        work.listen();
        return work;
    }

    private void listen() {
        Mapped.on(type).beforeInsert(event -> event.target().audit());
        Mapped.on(type).beforeUpdate(event -> event.target().audit());
        Mapped.on(type).afterInsert(event -> hooksCalled++);
        Mapped.on(type).afterUpdate(event -> hooksCalled++);
    }

    /** The class. */
    public Class<T> type() {
        return type;
    }

    /**
     * Makes new objects.
     *
     * @param rows what is in them
     * @param save takes each into the session
     */
    public void insert(List<ProductRow> rows, Consumer<? super T> save) {
        for (ProductRow row : rows) {
            T product = maker.apply(row);
            if (byHand) {
                product.audit();
            }
            save.accept(product);
        }
    }

    /**
     * Changes some of the objects.
     *
     * @param all loaded
     * @param every each so many-th is changed
     * @param stock to set
     */
    public void change(List<T> all, int every, int stock) {
        for (T product : all) {
            if (product.number() % every == 1) {
                product.stock(stock);
                if (byHand) {
                    product.audit();
                }
            }
        }
    }

    /** How often a listener was called after a write. */
    public long hooksCalled() {
        return hooksCalled;
    }
}
