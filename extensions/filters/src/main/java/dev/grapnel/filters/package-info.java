/**
 * Rows that a session does not see: those deleted softly ({@link dev.grapnel.filters.SoftDelete}), and those of other tenants
 * ({@link dev.grapnel.filters.Tenancy}, {@link dev.grapnel.filters.RowSecurity}).
 *
 * <h2>How it works</h2>
 *
 * A filter is a condition on one attribute. A listener to {@code do_orm_execute} adds it to each SELECT whose class is filtered, or leads to
 * one that is: queries, gets by key that need SQL, loads of relationships on first read, and loads that come along with their owners,
 * where the condition stands in the join. A statement that can meet no filtered class stays as it is. Two kinds of statements are never filtered:
 * reloads of an object in memory, so that it can be refreshed always (rule G-18), and SQL that the program writes itself.
 *
 * <p>What writes is guarded by listeners to {@code before_flush} and to the rows of mappers, all of them public events. An error names what
 * would have gone past the filter, and what to do.
 *
 * <p>Enters: an attribute, and a factory of sessions. Leaves: a subscription; closing it ends the filter.
 */
package dev.grapnel.filters;
