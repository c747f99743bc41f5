package dev.grapnel.resultcache;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Says that the result of a query is to be kept, and under what name.
 *
 * <pre>{@code
 * session.query(Country.class).join(Country_.currency).where(…)
 *     .option(ResultCache.QUERY, CachedQuery.named("euro countries").reading(Currency.class))
 *     .list();
 * }</pre>
 *
 * @param name stands for this very query with its values; another query needs another name
 * @param alsoReads classes whose changes alter the result, besides the class that is asked for
 */
public record CachedQuery(String name, Set<Class<?>> alsoReads) {
    /**
     * Copies the set.
     *
     * @param name stands for this very query with its values
     * @param alsoReads further classes whose changes alter the result
     */
    public CachedQuery {
        alsoReads = Set.copyOf(alsoReads);
    }

    /**
     * Names a query that reads rows of one class.
     *
     * @param name stands for this very query; put the values of its parameters into it
     * @return the option
     */
    public static CachedQuery named(String name) {
        return new CachedQuery(name, Set.of());
    }

    /**
     * The same for a query that also reads rows of other classes, by joins or subqueries.
     *
     * @param types the classes
     * @return the option
     */
    public CachedQuery reading(Class<?>... types) {
        Set<Class<?>> all = new LinkedHashSet<>(alsoReads);
        all.addAll(Set.of(types));
        return new CachedQuery(name, all);
    }
}
