package dev.grapnel.sql.bind;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.sql.connection.Engine;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The engines of a session factory, and which of them is used for what. Immutable: each method gives a new one.
 *
 * <pre>{@code
 * Binds binds = Binds.of(accounts).bind(AuditEntry.class, audit);
 * SessionFactory sessions = SessionFactory.of(binds, registry);
 * }</pre>
 *
 * <p>The first of these that has an answer counts: the {@code STORE} option of the statement; the shard that the identity token names; the
 * resolver; the bind of the class or of the nearest superclass or interface; the main engine. All rows of a hierarchy are in one database.
 */
public final class Binds {
    private final @Nullable Engine main;
    private final Map<Class<?>, Engine> classes;
    private final @Nullable EngineResolver resolver;
    private final Map<String, Engine> shards;
    private final @Nullable ShardChooser chooser;

    private Binds(
            @Nullable Engine main,
            Map<Class<?>, Engine> classes,
            @Nullable EngineResolver resolver,
            Map<String, Engine> shards,
            @Nullable ShardChooser chooser) {
        this.main = main;
        this.classes = classes;
        this.resolver = resolver;
        this.shards = shards;
        this.chooser = chooser;
    }

    // ---- making ----

    /**
     * One engine for all that is not said otherwise.
     *
     * @param main the engine
     * @return the binds
     */
    public static Binds of(Engine main) {
        return new Binds(main, Map.of(), null, Map.of(), null);
    }

    /** No engine for what is not bound: using an unbound class is an error. */
    public static Binds none() {
        return new Binds(null, Map.of(), null, Map.of(), null);
    }

    /**
     * Binds a class, and with it its subclasses.
     *
     * @param type the root of a mapped hierarchy, or an unmapped superclass or interface of it
     * @param engine where its rows are
     * @return the binds
     */
    public Binds bind(Class<?> type, Engine engine) {
        Map<Class<?>, Engine> more = new LinkedHashMap<>(classes);
        more.put(type, engine);
        return new Binds(main, more, resolver, shards, chooser);
    }

    /**
     * Asks a function before the binds of classes.
     *
     * @param function chooses an engine, or gives null
     * @return the binds
     */
    public Binds resolve(EngineResolver function) {
        return new Binds(main, classes, function, shards, chooser);
    }

    /**
     * Spreads objects over several databases with the same tables. The name of the shard becomes the token of their identity keys, so that
     * objects with the same primary key and different shards are different objects.
     *
     * @param engines by the name of the shard
     * @param function chooses for a new object
     * @return the binds
     * @throws InvalidArgumentException if there is no shard
     */
    public Binds shards(Map<String, Engine> engines, ShardChooser function) {
        if (engines.isEmpty()) {
            throw new InvalidArgumentException(
                    "Cannot spread objects over no shards: the map of engines is empty. Give an engine for each shard.");
        }
        return new Binds(main, classes, resolver, new LinkedHashMap<>(engines), function);
    }

    // ---- asking ----

    /** Whether one engine is used for everything. */
    public boolean isOne() {
        return main != null && classes.isEmpty() && resolver == null && shards.isEmpty();
    }

    /** {@return all engines that are named here; a resolver may know others} */
    public Set<Engine> engines() {
        Set<Engine> all = new LinkedHashSet<>();
        if (main != null) {
            all.add(main);
        }
        all.addAll(classes.values());
        all.addAll(shards.values());
        return all;
    }

    /**
     * The engine for all that is not said otherwise.
     *
     * @return the engine
     * @throws InvalidRequestException if there is none
     */
    public Engine main() {
        if (main == null) {
            throw new InvalidRequestException(
                    "Cannot say which engine is meant: none of them comes before the others. Name one, as in session.connection(engine),"
                            + " or give a main engine with Binds.of(engine).");
        }
        return main;
    }

    /**
     * The shard of a new object.
     *
     * @param mapper of the object
     * @param object that is going to be inserted
     * @return the name, or null if it is not sharded
     * @throws InvalidRequestException if the chooser gives an unknown name
     */
    public @Nullable String choose(Mapper mapper, Object object) {
        String shard = chooser == null ? null : chooser.shard(mapper, object);
        if (shard != null && !shards.containsKey(shard)) {
            throw new InvalidRequestException("Cannot insert a " + mapper.type().getSimpleName() + " into shard '"
                    + shard + "', which the chooser gave: there are only " + shards.keySet()
                    + ". Correct the chooser.");
        }
        return shard;
    }

    /**
     * The engine for a statement or a row.
     *
     * @param request what is read or written
     * @return the engine
     * @throws InvalidRequestException if nothing here says which one
     */
    public Engine engine(BindRequest request) {
        Engine found = find(request);
        if (found == null) {
            throw new InvalidRequestException(
                    "Cannot find an engine for " + request.mapper().type().getSimpleName() + ": "
                            + (shards.isEmpty() ? "" : "no shard is given, ")
                            + "neither the class nor a superclass is bound, and there is no main engine. "
                            + (shards.isEmpty()
                                    ? "Bind it with Binds.bind()."
                                    : "Name the shard with option(ExecutionOption.IDENTITY_TOKEN, …), one of "
                                            + shards.keySet() + "."));
        }
        return found;
    }

    /**
     * As {@link #engine}, without insisting.
     *
     * @param request what is read or written
     * @return the engine, or null if nothing here says which one
     */
    public @Nullable Engine find(BindRequest request) {
        if (request.token() != null && !shards.isEmpty()) {
            return shard(request.token(), request.mapper());
        }
        Engine resolved = resolver == null ? null : resolver.engine(request);
        if (resolved != null) {
            return resolved;
        }
        Engine bound = classes.isEmpty() ? null : ofHierarchy(request.mapper());
        return bound == null ? main : bound;
    }

    private Engine shard(String token, Mapper mapper) {
        Engine engine = shards.get(token);
        if (engine == null) {
            throw new InvalidRequestException("Cannot find shard '" + token + "' for "
                    + mapper.type().getSimpleName() + ": there are only " + shards.keySet() + ".");
        }
        return engine;
    }

    private @Nullable Engine ofHierarchy(Mapper mapper) {
        Class<?> root = mapper.base().type();
        Engine found = nearest(root);
        for (Class<?> type = mapper.type(); type != root; type = type.getSuperclass()) {
            Engine own = classes.get(type);
            if (own != null && own != found) {
                throw new InvalidRequestException(
                        "Cannot use the bind of " + type.getSimpleName() + ": it is part of the hierarchy of "
                                + root.getSimpleName() + ", whose rows are all in one database. Bind "
                                + root.getSimpleName() + " instead.");
            }
        }
        return found;
    }

    private @Nullable Engine nearest(Class<?> root) {
        for (Class<?> type = root; type != null; type = type.getSuperclass()) {
            Engine engine = ofTypeOrInterface(type);
            if (engine != null) {
                return engine;
            }
        }
        return null;
    }

    private @Nullable Engine ofTypeOrInterface(Class<?> type) {
        Engine engine = classes.get(type);
        if (engine != null) {
            return engine;
        }
        for (Class<?> face : type.getInterfaces()) {
            Engine inherited = ofTypeOrInterface(face);
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "binds to " + Objects.toString(main, "no main engine") + " and " + engines();
    }
}
