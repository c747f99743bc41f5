package dev.grapnel.core.session.workspace;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.Thing;
import dev.grapnel.core.state.InstanceState;
import java.util.List;
import java.util.stream.IntStream;

/** Some objects of a class that is managed until they are closed. */
final class Things implements AutoCloseable {
    private final ClassManager manager = Thing.manage();
    private final List<Thing> all;

    Things(int count) {
        this.all = IntStream.range(0, count).mapToObj(at -> new Thing("t" + at)).toList();
    }

    Thing get(int at) {
        return all.get(at);
    }

    InstanceState state(int at) {
        return ClassManager.requireState(get(at));
    }

    @Override
    public void close() {
        manager.release();
    }
}
