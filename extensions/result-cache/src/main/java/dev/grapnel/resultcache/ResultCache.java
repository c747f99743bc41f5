package dev.grapnel.resultcache;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.core.session.OrmResult;
import dev.grapnel.core.session.TransactionEvent;
import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.SelectState;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Keeps objects and results of queries over sessions, in any cache that speaks JCache.
 *
 * <pre>{@code
 * Cache<Object, Object> store = Caching.getCachingProvider().getCacheManager().createCache("grapnel", configuration);
 * ResultCache cache = ResultCache.of(store, Country.class, Currency.class);
 * cache.on(sessions);
 *
 * session.get(Country.class, "ch");           // no statement, if another session has loaded it before
 * city.country;                               // the first read of a reference neither
 * session.query(Country.class).where(…)       // a query only if it asks for it, under a name
 *     .option(ResultCache.QUERY, CachedQuery.named("countries of europe")).list();
 * }</pre>
 *
 * <p>Whatever a session writes, by a flush or by a statement, is taken out; the package tells when an entry holds. Relationships and collections are
 * not kept: they load when they are read. A statement to which another listener adds a condition, or in whose place it puts another, passes by, so register the cache behind
 * packs that filter, and keep no classes that they filter.
 *
 * <p>Immutable and safe to use from any thread.
 */
public final class ResultCache {
    /** Says that the result of a query is to be kept. Not for a query that locks rows: a kept result locks none. */
    public static final ExecutionOption<CachedQuery> QUERY = ExecutionOption.of("cached_query", CachedQuery.class);

    private final Regions regions;
    private final Entries entries;

    private ResultCache(Regions regions, Entries entries) {
        this.regions = regions;
        this.entries = entries;
    }

    /**
     * Names the classes whose objects are kept.
     *
     * @param store where they are kept; how many and how long is a matter of its configuration
     * @param types the classes, each with its whole hierarchy
     * @return keeps nothing yet
     */
    public static ResultCache of(Cache<Object, Object> store, Class<?>... types) {
        return new ResultCache(new Regions(List.of(types)), new Entries(store));
    }

    /**
     * Begins to keep and to answer.
     *
     * @param sessions for all their sessions
     * @return closing it ends that; what is kept stays in the store
     * @throws InvalidArgumentException if the registry of the sessions does not map a class
     */
    public Subscription on(SessionFactory sessions) {
        sessions.registry().configure();
        regions.requireMapped(sessions.registry());
        List<Subscription> parts = new CopyOnWriteArrayList<>();
        sessions.registry().mappers().forEach(mapper -> parts.addAll(follow(mapper)));
        parts.add(Mapped.onAll().mapperConfigured(event -> {
            if (event.mapper().registry() == sessions.registry()) {
                parts.addAll(follow(event.mapper()));
            }
        }));
        parts.add(
                Events.on(sessions).afterBegin(event -> writing(event.session()).begins(regions.now())));
        parts.add(Events.on(sessions).afterTransactionEnd(this::ended));
        parts.add(Events.on(sessions).replaceOnOrmExecute(this::answer));
        return Subscription.together(parts);
    }

    /** {@return how often a load or query was answered from the cache} */
    public long hits() {
        return entries.hits();
    }

    /** {@return how often a load or query that could have been answered was sent} */
    public long misses() {
        return entries.misses();
    }

    // ---- what is written ----

    private List<Subscription> follow(Mapper mapper) {
        Region region = regions.find(mapper);
        return region == null
                ? List.of()
                : List.of(
                        Events.on(mapper).afterInsert(event -> wrote(event, region)),
                        Events.on(mapper).afterUpdate(event -> wrote(event, region)),
                        Events.on(mapper).afterDelete(event -> wrote(event, region)));
    }

    private void wrote(PersistEvent<Object> event, Region region) {
        IdentityKey key =
                event.state().hasKey() ? event.state().key() : event.mapper().identityKey(event.state());
        if (Session.of(event.target()) instanceof Session session && key != null) {
            writing(session).wrote(region, key);
        }
    }

    private Writing writing(Session session) {
        return (Writing) session.info().computeIfAbsent(this, unused -> new Writing());
    }

    private void ended(TransactionEvent<Session> event) {
        if (event.transaction().parent() == null && event.session().info().remove(this) instanceof Writing writing) {
            for (Map.Entry<Region, Set<IdentityKey>> written : writing.written().entrySet()) {
                Region region = written.getKey();
                if (writing.isWhole(region)) {
                    region.giveUp();
                } else {
                    entries.remove(region, written.getValue());
                }
                region.writingEnds(regions.next());
            }
        }
    }

    // ---- what is read ----

    private @Nullable OrmResult answer(OrmExecuteState statement) {
        Mapper mapper = statement.bindMapper();
        Region region = mapper == null ? null : regions.find(mapper);
        if (region == null) {
            return statement.value();
        }
        Session session = (Session) statement.session();
        if (!statement.isSelect()) {
            writing(session).wroteAny(region);
        } else if (statement instanceof SelectState select && isOpen(select, region)) {
            CachedQuery query = select.localOptions().get(QUERY);
            IdentityKey key = select.identityKey();
            if (key != null) {
                return entries.object(new Reading(session, region, this::begun), select, key);
            } else if (query != null && !hasChanges(session)) {
                return entries.result(new Reading(session, region, this::begun), select, query, read(session, query));
            }
        }
        return statement.value();
    }

    private static boolean isOpen(SelectState select, Region region) {
        return select.value() == null
                && !select.isColumnLoad()
                && !region.isBeingWritten()
                && select.criteria().isEmpty()
                && !select.isReplaced()
                && select.localOptions().get(ExecutionOption.POPULATE_EXISTING) == null;
    }

    /** What waits for a flush could alter the result. */
    private static boolean hasChanges(Session session) {
        return !session.newObjects().isEmpty()
                || !session.deleted().isEmpty()
                || !session.dirty().isEmpty();
    }

    private List<Region> read(Session session, CachedQuery query) {
        return query.alsoReads().stream()
                .map(type -> regions.require(session.factory().registry(), type))
                .toList();
    }

    private @Nullable Long begun(Session session) {
        return session.info().get(this) instanceof Writing writing && writing.hasBegun() ? writing.begun() : null;
    }
}
