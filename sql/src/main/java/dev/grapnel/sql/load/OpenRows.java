package dev.grapnel.sql.load;

import java.util.List;
import java.util.function.Supplier;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/** Rows that the database still holds. Close them; the end of the transaction does so too. */
public interface OpenRows extends RowCursor, AutoCloseable {
    /** The names of the result's columns, in order. */
    List<String> labels();

    /**
     * The same rows with other values.
     *
     * @param types of the values
     * @param positions where in the result each is, from zero
     * @return the rows
     */
    RowCursor values(List<DataType<?>> types, int[] positions);

    /**
     * Reads some of them, where their statement ran.
     *
     * @param reader reads
     * @param <T> what it gives
     * @return what it gives
     */
    <T extends @Nullable Object> T read(Supplier<T> reader);

    /** Lets go of them. Closing twice is harmless. */
    @Override
    void close();
}
