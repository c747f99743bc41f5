package dev.grapnel.benchmarks.grapnel.documents;

import dev.grapnel.benchmarks.workloads.contract.Prepared;
import dev.grapnel.mongo.OdmSession;
import java.util.List;
import java.util.function.BiConsumer;

/** An open session with what it has loaded, and what is to be done with it. */
final class Loaded<T> implements Prepared {
    private final OdmSession session;
    private final List<T> objects;
    private final BiConsumer<OdmSession, List<T>> work;

    Loaded(OdmSession session, Class<T> type, BiConsumer<OdmSession, List<T>> work) {
        this.session = session;
        this.work = work;
        objects = session.find(type).all();
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
