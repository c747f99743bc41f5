/**
 * A row of history for each change of an object, and reading what was at a point in time.
 *
 * <h2>How it works</h2>
 *
 * Each versioned class, also one that is mapped later ({@code mapper_configured}), has a table beside its own: the columns of its rows, flat also
 * for joined inheritance, and three more: {@code history_number} counts the versions of an object from one, {@code history_time} says since when
 * a version holds, {@code history_change} what made it. There is no mapped class for these tables; rows are read as
 * {@link dev.grapnel.history.Version versions}.
 *
 * <p>The database copies the row: after an insert or update an {@code INSERT … SELECT} takes what is in the table, so that values of defaults,
 * triggers and attributes that are not in memory are right, in the same transaction. Copies are sent when the rows of the flush are written, one batch
 * for each class; what is to be deleted is copied right before. An object that was changed and changed back gets no version.
 *
 * <p>Not seen: links of a many-to-many relationship and collections of values, which have tables of their own; rows that the database removes
 * by {@code ON DELETE CASCADE}; SQL that the program writes itself. Statements that write many rows are refused.
 *
 * <p>Enters: a registry and classes. Leaves: tables, and versions. Start reading at {@link dev.grapnel.history.VersionedHistory}.
 */
package dev.grapnel.history;
