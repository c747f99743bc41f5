package dev.grapnel.core.flush;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.FlushContext;
import dev.grapnel.core.instrument.InstanceEventKeys;
import dev.grapnel.core.instrument.RefreshFlushEvent;
import dev.grapnel.core.instrument.ValueBooks;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.WriteScope;
import dev.grapnel.core.store.WriteScopes;
import dev.grapnel.events.Listeners;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One scope for each connection of a flush; it passes what a backend reports on to the objects and their listeners. */
final class FlushScopes implements WriteScopes {
    private final FlushContext context;
    private final FlushConnections connections;
    private final List<Scope> known = new ArrayList<>(1);

    FlushScopes(FlushContext context, FlushConnections connections) {
        this.context = context;
        this.connections = connections;
    }

    @Override
    public WriteScope of(Mapper base, InstanceState state) {
        if (connections.isOne() && !known.isEmpty()) {
            return known.get(0);
        }
        StoreConnection connection = Objects.requireNonNull(connections.of(base, state), "connection");
        for (Scope scope : known) {
            if (scope.joined == connection) {
                return scope;
            }
        }
        Scope scope = new Scope(context, connections, connection);
        known.add(scope);
        return scope;
    }

    @Override
    public boolean isOne() {
        return connections.isOne();
    }

    @Override
    public void enrol(Mapper base) {
        connections.of(base, null);
    }

    private static final class Scope implements WriteScope {
        private final FlushContext context;
        private final FlushConnections connections;
        private final StoreConnection joined;

        Scope(FlushContext context, FlushConnections connections, StoreConnection joined) {
            this.context = context;
            this.connections = connections;
            this.joined = joined;
        }

        @Override
        public StoreConnection connection() {
            connections.requireUsable();
            return joined;
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
}
