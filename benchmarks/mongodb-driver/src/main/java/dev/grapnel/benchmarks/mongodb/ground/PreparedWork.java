package dev.grapnel.benchmarks.mongodb.ground;

import dev.grapnel.benchmarks.workloads.contract.NotSupportedException;
import dev.grapnel.benchmarks.workloads.contract.Prepared;
import java.util.List;
import java.util.function.Consumer;

/** What is prepared by those who have no session: loaded objects, which are held, and what is to be done with them. */
public final class PreparedWork {
    private PreparedWork() {}

    /**
     * Work on loaded objects.
     *
     * @param loaded the objects
     * @param work what is measured
     * @param <T> their class
     * @return the work
     */
    public static <T> Prepared with(List<T> loaded, Consumer<List<T>> work) {
        return new Prepared() {
            @Override
            public void run() {
                work.accept(loaded);
            }

            @Override
            public void close() {
                // no session was opened
            }
        };
    }

    /**
     * A flush of a library that does not know what has changed; the objects are held for the measure of memory.
     *
     * @param loaded the objects
     * @param library its name
     * @return the work, which declines
     */
    public static Prepared withoutUnitOfWork(List<?> loaded, String library) {
        return with(loaded, all -> {
            throw new NotSupportedException(
                    library + " keeps nothing of what was loaded: it has no flush, and would write all objects.");
        });
    }
}
