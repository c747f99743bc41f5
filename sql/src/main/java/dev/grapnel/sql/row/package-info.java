/**
 * Events of rows on their way to objects: a row is read, an object is about to be made, it is about to be filled, it is about to be put into a
 * result. Each can be changed there.
 *
 * <p>Per row and mapper: {@code translate_row}; the class is chosen by the discriminator, and if it is a subclass its listeners to
 * {@code translate_row} run; the key is looked up; if it is not in memory {@code create_instance}; {@code populate_instance}, and the row fills
 * the object; {@code load} or {@code refresh}; at the top of a query {@code append_result} (rules L-8 to L-14).
 *
 * <p>A result asks once whether anybody listens. While nobody does, none of this runs. Start reading at {@link dev.grapnel.sql.row.RowEvents}.
 */
package dev.grapnel.sql.row;
