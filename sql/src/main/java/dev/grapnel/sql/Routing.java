package dev.grapnel.sql;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.Store;
import dev.grapnel.sql.bind.BindRequest;
import dev.grapnel.sql.bind.Binds;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says for one session where each statement runs and where the rows of each object go. */
final class Routing {
    private final Session session;
    private final SessionFactory factory;
    private final Binds binds;
    /** The shards of new objects; made for the first. */
    private @Nullable Map<InstanceState, String> chosen;

    private @Nullable Route route;

    /** Where the statement that runs now goes. */
    private record Route(EngineRoom room, @Nullable String token) {}

    Routing(Session session, SessionFactory factory) {
        this.session = session;
        this.factory = factory;
        this.binds = factory.binds();
    }

    // ---- statements ----

    /** Runs a statement where it belongs. */
    <T extends @Nullable Object> T run(
            TableMapper mapper, boolean writes, ExecutionOptions options, Supplier<T> statement) {
        if (route == null && binds.isOne() && options.isEmpty()) {
            return statement.get();
        }
        Route outer = route;
        route = route(mapper, writes, options);
        try {
            return statement.get();
        } finally {
            route = outer;
        }
    }

    private Route route(TableMapper mapper, boolean writes, ExecutionOptions options) {
        String token = options.get(ExecutionOption.IDENTITY_TOKEN);
        Store store = options.get(ExecutionOption.STORE);
        Engine engine = store == null
                ? binds.engine(new BindRequest(session, mapper, null, token, writes))
                : requireEngine(store);
        return new Route(factory.room(engine), token);
    }

    private static Engine requireEngine(Store store) {
        if (store instanceof Engine engine) {
            return engine;
        }
        throw new InvalidArgumentException("Cannot run a statement on " + store + ": it is no engine.");
    }

    /** What is needed for the statement that runs now. */
    EngineRoom room() {
        return route == null ? factory.room(binds.main()) : route.room();
    }

    /** The token of the statement that runs now, or null. */
    @Nullable String token() {
        return route == null ? null : route.token();
    }

    /** Where the statement that runs now goes, for what is read of it later. */
    Place place() {
        return new Place(this, route);
    }

    /**
     * Where a statement went.
     *
     * @param routing of the session
     * @param route where, or null for the only engine
     */
    record Place(Routing routing, @Nullable Route route) {
        /** Runs what belongs to the statement. */
        <T extends @Nullable Object> T run(Supplier<T> work) {
            Route outer = routing.route;
            routing.route = route;
            try {
                return work.get();
            } finally {
                routing.route = outer;
            }
        }
    }

    // ---- rows ----

    /** The engine of an object's rows; null only without an object, if nothing else says it. */
    @Nullable Engine engineOf(TableMapper mapper, @Nullable InstanceState state) {
        if (binds.isOne()) {
            return binds.main();
        }
        if (state == null) {
            return binds.find(new BindRequest(session, mapper, null, null, true));
        }
        return binds.engine(new BindRequest(session, mapper, state, token(state), true));
    }

    /** The shard of an object's rows, which exist or are going to. */
    @Nullable String token(InstanceState state) {
        return state.hasKey() ? state.token() : choose(state);
    }

    /** The shard of a new object, chosen once. */
    @Nullable String choose(InstanceState state) {
        if (binds.isOne()) {
            return null;
        }
        if (chosen == null) {
            chosen = new WeakHashMap<>();
        }
        String known = chosen.get(state);
        if (known == null) {
            known = binds.choose(Mapper.of(state), state.requireObject());
            if (known != null) {
                chosen.put(state, known);
            }
        }
        return known;
    }
}
