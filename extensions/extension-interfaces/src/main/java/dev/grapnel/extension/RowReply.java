package dev.grapnel.extension;

import dev.grapnel.sql.row.MappedRow;

/**
 * What {@link MapperExtension#translateRow} answers: {@link Chain#CONTINUE} keeps the row and asks the next extension, {@link Chain#STOP} keeps
 * it and asks none, another row is read in place of it, and no further extension is asked (rules L-2, L-3).
 */
public sealed interface RowReply permits Chain, RowReply.Translated {
    /**
     * Another row.
     *
     * @param row made of the given one by {@link MappedRow#with}
     * @return the answer
     */
    static RowReply of(MappedRow row) {
        return new Translated(row);
    }

    /**
     * Another row.
     *
     * @param row made of the given one
     */
    record Translated(MappedRow row) implements RowReply {}
}
