package dev.grapnel.sql.query;

import dev.grapnel.sql.load.QuerySelect;
import dev.grapnel.sql.structure.StructureWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A statement that the application wrote itself.
 *
 * @param text plain SQL, or null if it is jOOQ's
 * @param statement in jOOQ's words
 * @param values of plain SQL
 */
record WrittenSelect(@Nullable String text, ResultQuery<?> statement, List<Field<?>> values) {

    static WrittenSelect of(Select<?> select) {
        return new WrittenSelect(null, select, List.of());
    }

    static WrittenSelect of(String text, @Nullable Object... values) {
        List<Field<?>> parameters = new ArrayList<>();
        Arrays.asList(values)
                .forEach(value -> parameters.add(value instanceof Field<?> field ? field : DSL.val(value)));
        return new WrittenSelect(text, DSL.resultQuery(text, parameters.toArray()), parameters);
    }

    /** Plain SQL with the same text is the same statement; what jOOQ makes of a statement of its own cannot be foreseen. */
    QuerySelect select() {
        StructureWriter structure = new StructureWriter();
        if (text == null) {
            structure.unforeseen();
        } else {
            structure.token(WrittenSelect.class).token(text).parts(values);
        }
        return new QuerySelect(structure, () -> statement, List.of());
    }

    @Override
    public String toString() {
        return text == null ? statement.toString() : text;
    }
}
