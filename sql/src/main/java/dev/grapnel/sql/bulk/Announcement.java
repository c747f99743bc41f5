package dev.grapnel.sql.bulk;

import dev.grapnel.core.session.StatementKind;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.sql.mapping.TableMapper;

/**
 * What listeners to {@code do_orm_execute} are told of a statement.
 *
 * @param kind what it does
 * @param mapper of the class
 * @param rows whether it gives a list, instead of a number of rows
 * @param autoflush whether a flush may precede
 * @param options what was said about its running
 */
public record Announcement(
        StatementKind kind, TableMapper mapper, boolean rows, boolean autoflush, ExecutionOptions options) {
    /** A statement that reads. */
    public static Announcement ofSelect(TableMapper mapper, boolean autoflush, ExecutionOptions options) {
        return new Announcement(StatementKind.SELECT, mapper, true, autoflush, options);
    }

    /** A statement that writes and gives the number of rows. */
    static Announcement ofWrite(StatementKind kind, TableMapper mapper, boolean autoflush, ExecutionOptions options) {
        return new Announcement(kind, mapper, false, autoflush, options);
    }
}
