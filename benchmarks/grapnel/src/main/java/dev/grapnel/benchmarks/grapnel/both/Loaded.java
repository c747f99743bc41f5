package dev.grapnel.benchmarks.grapnel.both;

import dev.grapnel.benchmarks.workloads.contract.Prepared;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * An open session with what it has loaded, and what is to be done with it.
 *
 * @param <S> the kind of session
 * @param <T> the class of what was loaded
 */
public final class Loaded<S, T> implements Prepared {
    private final S session;
    private final Runnable close;
    private final List<T> objects;
    private final BiConsumer<S, List<T>> work;

    /**
     * Loads.
     *
     * @param session open
     * @param close gives it up
     * @param load what it loads
     * @param work with what was loaded
     */
    public Loaded(S session, Runnable close, Function<S, List<T>> load, BiConsumer<S, List<T>> work) {
        this.session = session;
        this.close = close;
        this.work = work;
        objects = load.apply(session);
    }

    @Override
    public void run() {
        work.accept(session, objects);
    }

    @Override
    public void close() {
        close.run();
    }
}
