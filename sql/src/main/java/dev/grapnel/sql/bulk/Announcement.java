package dev.grapnel.sql.bulk;

import dev.grapnel.core.session.StatementKind;
import dev.grapnel.sql.mapping.TableMapper;

/**
 * What listeners to {@code do_orm_execute} are told of a statement.
 *
 * @param kind what it does
 * @param mapper of the class
 * @param rows whether it gives a list, instead of a number of rows
 * @param autoflush whether a flush may precede
 */
public record Announcement(StatementKind kind, TableMapper mapper, boolean rows, boolean autoflush) {
    /** A statement that reads. */
    public static Announcement ofSelect(TableMapper mapper, boolean autoflush) {
        return new Announcement(StatementKind.SELECT, mapper, true, autoflush);
    }

    /** A statement that writes and gives the number of rows. */
    static Announcement ofWrite(StatementKind kind, TableMapper mapper, boolean autoflush) {
        return new Announcement(kind, mapper, false, autoflush);
    }
}
