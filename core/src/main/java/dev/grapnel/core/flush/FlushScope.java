package dev.grapnel.core.flush;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.FlushContext;
import dev.grapnel.core.instrument.InstanceEventKeys;
import dev.grapnel.core.instrument.RefreshFlushEvent;
import dev.grapnel.core.instrument.ValueBooks;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.WriteScope;
import dev.grapnel.events.Listeners;
import java.util.List;
import java.util.function.Supplier;

/** Passes what a backend reports on to the objects and their listeners. */
record FlushScope(FlushContext context, Supplier<StoreConnection> opener) implements WriteScope {

    @Override
    public StoreConnection connection() {
        return opener.get();
    }

    @Override
    public void generated(InstanceState state, List<String> attributes) {
        Listeners<RefreshFlushEvent<Object>> listeners =
                ClassManager.of(state).dispatch().listeners(InstanceEventKeys.REFRESH_FLUSH);
        if (!listeners.isEmpty()) {
            listeners.fire(new RefreshFlushEvent<>(state, context, attributes));
        }
    }

    @Override
    public void unknown(InstanceState state, List<String> attributes) {
        ValueBooks.expire(state, attributes, false);
    }
}
