package dev.grapnel.core.mapping;

/**
 * The live connection of a transaction, as events show it.
 *
 * <p>What is written through it takes part in the transaction, and fires no events (rule M-2).
 */
public interface StoreConnection {
    /**
     * The connection as the store's own type.
     *
     * @param type the type wanted, as {@code java.sql.Connection} or {@code org.jooq.DSLContext}
     * @param <C> the type wanted
     * @return the connection
     * @throws dev.grapnel.core.error.InvalidArgumentException if the store has no such view
     */
    <C> C unwrap(Class<C> type);

    /** Whether somebody else has written what is told, and this program only hears of it: there is no transaction then. */
    default boolean isRemote() {
        return false;
    }
}
