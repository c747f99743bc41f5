package dev.grapnel.conformance.trace;

import dev.grapnel.sql.query.CompileDeleteEvent;
import dev.grapnel.sql.query.CompileEvent;
import dev.grapnel.sql.query.CompileUpdateEvent;
import dev.grapnel.sql.query.LegacyQuery;
import dev.grapnel.sql.query.QueryEventKeys;
import java.util.LinkedHashMap;
import java.util.List;

/** How query events are told. */
public final class QueryTelling {
    /** All of them. */
    public static final List<Telling<?>> ALL = List.of(
            Telling.ofValue(QueryEventKeys.BEFORE_COMPILE, QueryTelling::select),
            Telling.ofValue(QueryEventKeys.BEFORE_COMPILE_UPDATE, QueryTelling::update),
            Telling.ofValue(QueryEventKeys.BEFORE_COMPILE_DELETE, QueryTelling::delete));

    private QueryTelling() {}

    private static void select(CompileEvent event, Occurrence told) {
        query(event.query(), told);
    }

    private static void update(CompileUpdateEvent event, Occurrence told) {
        query(event.query(), told);
        told.value("values", new LinkedHashMap<>(event.context().values()));
    }

    private static void delete(CompileDeleteEvent event, Occurrence told) {
        query(event.query(), told);
    }

    private static void query(LegacyQuery<?> query, Occurrence told) {
        Class<?> entity = query.entity();
        if (entity == null) {
            told.value("entity", null);
        } else {
            told.type("entity", entity);
        }
        told.answer(query);
    }
}
