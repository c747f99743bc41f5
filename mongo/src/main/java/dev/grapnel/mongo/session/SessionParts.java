package dev.grapnel.mongo.session;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.session.SessionEventKeys;
import dev.grapnel.events.Dispatch;
import dev.grapnel.mongo.command.DocumentLayer;
import dev.grapnel.mongo.connection.DataStore;
import dev.grapnel.mongo.mapping.DocumentMapper;
import dev.grapnel.mongo.session.workspace.Identities;
import dev.grapnel.mongo.session.workspace.Work;
import org.jspecify.annotations.Nullable;

/** The parts of one real session, for one another. */
final class SessionParts {
    private final RealSession session;
    private final Dispatch dispatch;
    private final @Nullable DataStore store;
    private final @Nullable DocumentLayer layer;
    private final SessionSettings settings;
    private final Work work = new Work();
    private final Identities identities = new Identities();
    private final Extensions extensions = new Extensions();
    private final RowLoading loading = new RowLoading(this);
    private final ObjectWriter writer;
    private final Moves moves;
    private final Membership members = new Membership(this);
    private final Flushing flushing;
    private final Queries queries = new Queries(this);
    private final QueryWrites queryWrites;
    private final Transactions transactions = new Transactions(this);
    private @Nullable DocumentMapper lastUsed;

    SessionParts(RealSession session, @Nullable DataStore store, SessionSettings settings, Dispatch factory) {
        this.session = session;
        this.dispatch = Dispatch.of(SessionEventKeys.CATALOG, "a document session", factory);
        this.store = store;
        this.layer = store == null ? null : store.layer();
        this.settings = settings;
        this.writer = new ObjectWriter(this, new WriteHooks(session, extensions, new DocumentConnection(this)));
        this.moves = new Moves(this, dispatch);
        this.flushing = new Flushing(this, dispatch);
        this.queryWrites = new QueryWrites(this, dispatch);
    }

    RealSession session() {
        return session;
    }

    Dispatch dispatch() {
        return dispatch;
    }

    SessionSettings settings() {
        return settings;
    }

    Work work() {
        return work;
    }

    Identities identities() {
        return identities;
    }

    Extensions extensions() {
        return extensions;
    }

    RowLoading loading() {
        return loading;
    }

    ObjectWriter writer() {
        return writer;
    }

    Moves moves() {
        return moves;
    }

    Membership members() {
        return members;
    }

    Flushing flushing() {
        return flushing;
    }

    Queries queries() {
        return queries;
    }

    QueryWrites queryWrites() {
        return queryWrites;
    }

    Transactions transactions() {
        return transactions;
    }

    DataStore store() {
        if (store == null) {
            throw unbound();
        }
        return store;
    }

    DocumentLayer layer() {
        if (layer == null) {
            throw unbound();
        }
        return layer;
    }

    /** The document layer, with which a class is about to be used. */
    DocumentLayer layer(DocumentMapper used) {
        DocumentLayer bound = layer();
        IndexKeeper indexes = settings.indexes();
        if (used != lastUsed && indexes != null) {
            indexes.beforeUse(used);
        }
        lastUsed = used;
        return bound;
    }

    private static InvalidRequestException unbound() {
        return new InvalidRequestException(
                "Cannot use the database of this session: the session is bound to none. Make it from a factory with a DataStore.");
    }
}
