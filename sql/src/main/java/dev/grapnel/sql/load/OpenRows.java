package dev.grapnel.sql.load;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows that the database still holds. Close them; the end of the transaction does so too. */
public interface OpenRows extends RowCursor, AutoCloseable {
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
