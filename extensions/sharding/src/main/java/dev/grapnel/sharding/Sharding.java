package dev.grapnel.sharding;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.core.session.OrmResult;
import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.SelectState;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.WriteState;
import dev.grapnel.sql.bind.Binds;
import dev.grapnel.sql.bind.ShardChooser;
import dev.grapnel.sql.connection.Engine;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Objects spread over several databases that have the same tables: one session writes each object where it belongs, and reads from all of them.
 *
 * <pre>{@code
 * Sharding sharding = Sharding.over(Map.of("europe", europe, "asia", asia), (mapper, object) -> continentOf(object))
 *     .keys((mapper, key) -> List.of("europe", "asia"))
 *     .statements(statement -> List.of("europe", "asia"));
 * SessionFactory sessions = sharding.open(registry);
 *
 * try (Session session = sessions.open()) {
 *     session.add(new City("Bern"));                                             // into europe
 *     session.query(City.class).orderBy(City_.population.desc()).limit(10).list(); // the ten largest of both
 * }
 * }</pre>
 *
 * <p>The shard is part of the identity: two objects with the same primary key and different shards are different objects. What is loaded, refreshed or
 * written for an object goes where the object came from. A statement that names its shard
 * ({@code option(ExecutionOption.IDENTITY_TOKEN, "asia")}) goes there alone. All others are sent to the shards that a function names, and one result is
 * made: in order, within limit and offset, numbers summed. What no result can be made of, as an average or a page, is refused.
 *
 * <p>Objects that refer to each other belong into one shard. One commit goes to all shards, one after the other; {@code session.prepare()} before it
 * makes them agree even if one fails. Register other listeners before this one if they are to be told once for all shards, and after it if once for
 * each.
 *
 * <p>Immutable and safe to use from any thread.
 */
public final class Sharding {
    private final Map<String, Engine> shards;
    private final ShardChooser objects;
    private final KeyShards keys;
    private final StatementShards statements;
    private final @Nullable RowShard rows;
    private final Comparator<? super String> texts;

    private Sharding(
            Map<String, Engine> shards,
            ShardChooser objects,
            KeyShards keys,
            StatementShards statements,
            @Nullable RowShard rows,
            Comparator<? super String> texts) {
        this.shards = shards;
        this.objects = objects;
        this.keys = keys;
        this.statements = statements;
        this.rows = rows;
        this.texts = texts;
    }

    // ---- making ----

    /**
     * Names the databases. Until more is said, all of them are asked, in the order of the map: any order, if it is one of {@code Map.of}.
     *
     * @param shards the databases by name; a {@code LinkedHashMap} where it matters which one is asked first
     * @param objects says where a new object belongs; not null for any class
     * @return the sharding
     * @throws dev.grapnel.core.error.InvalidArgumentException if there is no database
     */
    public static Sharding over(Map<String, Engine> shards, ShardChooser objects) {
        Map<String, Engine> kept = new LinkedHashMap<>(shards);
        List<String> all = List.copyOf(kept.keySet());
        Binds.none().shards(kept, objects);
        return new Sharding(kept, objects, (mapper, key) -> all, statement -> all, null, Comparator.naturalOrder());
    }

    /**
     * Says where an object may be whose key is known.
     *
     * @param chooser names the shards
     * @return the sharding
     */
    public Sharding keys(KeyShards chooser) {
        return new Sharding(shards, objects, chooser, statements, rows, texts);
    }

    /**
     * Says where statements for a class are sent.
     *
     * @param chooser names the shards
     * @return the sharding
     */
    public Sharding statements(StatementShards chooser) {
        return new Sharding(shards, objects, keys, chooser, rows, texts);
    }

    /**
     * Says where rows of a set-based INSERT belong. Until this is said such a statement has to name its shard.
     *
     * @param chooser names the shard
     * @return the sharding
     */
    public Sharding rows(RowShard chooser) {
        return new Sharding(shards, objects, keys, statements, chooser, texts);
    }

    /**
     * Says how the databases sort texts, for queries with an order. Until this is said texts are compared as Java does, which is the collation
     * {@code C} of PostgreSQL.
     *
     * @param order as a {@link java.text.Collator}
     * @return the sharding
     */
    public Sharding texts(Comparator<? super String> order) {
        return new Sharding(shards, objects, keys, statements, rows, order);
    }

    // ---- using ----

    /** The databases for a session factory. */
    public Binds binds() {
        return Binds.none().shards(shards, objects);
    }

    /**
     * A factory of sessions over the databases, with the listener that this takes.
     *
     * @param registry the mapped classes
     * @return the factory
     */
    public SessionFactory open(Registry registry) {
        SessionFactory sessions = SessionFactory.of(binds(), registry);
        on(sessions);
        return sessions;
    }

    /**
     * Begins to send statements where they belong.
     *
     * @param sessions that were made with {@link #binds()}
     * @return closing it ends that
     */
    public Subscription on(SessionFactory sessions) {
        return Events.on(sessions).replaceOnOrmExecute(this::answer);
    }

    // ---- statements ----

    private @Nullable OrmResult answer(OrmExecuteState statement) {
        ExecutionOptions said = statement.localOptions();
        boolean placed = said.get(ExecutionOption.IDENTITY_TOKEN) != null || said.get(ExecutionOption.STORE) != null;
        if (placed || statement.value() != null) {
            return statement.value();
        }
        return statement instanceof SelectState select ? read(select) : write((WriteState) statement);
    }

    private static ExecutionOptions at(String shard) {
        return ExecutionOptions.NONE.with(ExecutionOption.IDENTITY_TOKEN, shard);
    }

    private List<String> shardsOf(OrmExecuteState statement) {
        List<String> named = statements.shards(statement);
        if (named.isEmpty()) {
            throw refused(statement, "the function for statements names no shard");
        }
        return named;
    }

    private InvalidRequestException refused(OrmExecuteState statement, String why) {
        return new InvalidRequestException("Cannot send a statement of kind " + statement.kind() + " for "
                + mapper(statement).type().getSimpleName() + " to a shard: " + why + ". Name at least one of "
                + shards.keySet()
                + ", or say it with option(ExecutionOption.IDENTITY_TOKEN, …).");
    }

    private static Mapper mapper(OrmExecuteState statement) {
        return Objects.requireNonNull(statement.bindMapper(), "mapper");
    }

    private OrmResult read(SelectState select) {
        IdentityKey key = select.soughtKey();
        if (key != null) {
            return find(select, key);
        }
        return select.invokeEach(shardsOf(select).stream().map(Sharding::at).toList(), texts);
    }

    /** In memory first, whatever shard comes first (rule G-1). */
    private OrmResult find(SelectState select, IdentityKey key) {
        List<String> candidates = keys.shards(mapper(select), key);
        if (select.identityKey() != null) {
            for (String shard : candidates) {
                Object known = inMemory(select, key, shard);
                if (known != null) {
                    return OrmResult.ofObjects(List.of(known));
                }
            }
        }
        for (String shard : candidates) {
            OrmResult found = select.invoke(at(shard));
            if (!found.objects().isEmpty()) {
                return found;
            }
        }
        return OrmResult.ofObjects(List.of());
    }

    private static @Nullable Object inMemory(SelectState select, IdentityKey key, String shard) {
        Session session = (Session) select.session();
        return session.inMemory(key.withToken(shard)) == null
                ? null
                : session.byKey(mapper(select).type())
                        .option(ExecutionOption.IDENTITY_TOKEN, shard)
                        .get(key.parts().toArray());
    }

    // ---- statements that write ----

    private OrmResult write(WriteState statement) {
        if (!statement.isInsert()) {
            ShardResults results = new ShardResults(statement.givesObjects());
            shardsOf(statement).forEach(shard -> results.add(statement.invoke(at(shard))));
            return results.together();
        }
        if (rows == null) {
            throw refused(statement, "nothing says where its rows belong. Say it with Sharding.rows()");
        }
        return ShardedRows.insert(statement, row -> rows.shard(mapper(statement), row));
    }

    @Override
    public String toString() {
        return "sharding over " + shards.keySet();
    }
}
