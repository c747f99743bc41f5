package dev.grapnel.sql.persist;

import dev.grapnel.core.store.SaveItem;
import org.jspecify.annotations.Nullable;

/**
 * A row to be inserted.
 *
 * @param item the object
 * @param form what rows like it lack
 * @param values in the order of the columns of the form
 */
record InsertRow(SaveItem item, InsertForm form, @Nullable Object[] values) {}
