package dev.grapnel.core.session;

import dev.grapnel.core.flush.FlushConnections;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.Store;
import org.jspecify.annotations.Nullable;

/** The connections of a flush: those of the transaction around it. */
final class ScopeConnections implements FlushConnections {
    private final Session session;
    private final TransactionMarker scope;

    ScopeConnections(Session session, TransactionMarker scope) {
        this.session = session;
        this.scope = scope;
    }

    @Override
    public @Nullable StoreConnection of(Mapper base, @Nullable InstanceState state) {
        Store store = session.storeOf(base, state);
        return store == null ? null : scope.connection(store);
    }

    @Override
    public void requireUsable() {
        scope.requireActive();
    }

    @Override
    public boolean isOne() {
        return session.hasOneStore();
    }
}
