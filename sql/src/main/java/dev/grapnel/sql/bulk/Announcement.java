package dev.grapnel.sql.bulk;

import dev.grapnel.core.session.StatementKind;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.sql.mapping.TableMapper;
import org.jspecify.annotations.Nullable;

/**
 * What listeners to {@code do_orm_execute} are told of a statement.
 *
 * @param kind what it does
 * @param mapper of the class
 * @param rows whether it gives a list, instead of a number of rows
 * @param autoflush whether a flush may precede
 * @param options what was said about its running
 * @param sent the statement, for listeners to put another one in its place; null for a SELECT of the engine's
 */
public record Announcement(
        StatementKind kind,
        TableMapper mapper,
        boolean rows,
        boolean autoflush,
        ExecutionOptions options,
        @Nullable Sent sent) {
    /** A statement that reads. */
    public static Announcement ofSelect(TableMapper mapper, boolean autoflush, ExecutionOptions options) {
        return new Announcement(StatementKind.SELECT, mapper, true, autoflush, options, null);
    }
}
