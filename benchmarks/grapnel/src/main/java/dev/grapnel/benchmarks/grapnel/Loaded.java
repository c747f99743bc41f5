package dev.grapnel.benchmarks.grapnel;

import dev.grapnel.benchmarks.workloads.contract.Prepared;
import dev.grapnel.sql.Session;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** An open session with what it has loaded, and what is to be done with it. */
final class Loaded<T> implements Prepared {
    private final Session session;
    private final List<T> objects;
    private final BiConsumer<Session, List<T>> work;

    Loaded(Session session, Function<Session, List<T>> load, BiConsumer<Session, List<T>> work) {
        this.session = session;
        this.work = work;
        objects = load.apply(session);
    }

    @Override
    public void run() {
        work.accept(session, objects);
    }

    @Override
    public void close() {
        session.close();
    }
}
