package dev.grapnel.sql.query;

import dev.grapnel.sql.load.KeySource;
import dev.grapnel.sql.load.LoadRequest;
import dev.grapnel.sql.load.WholeClass;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import java.util.List;
import org.jooq.Select;

/**
 * What relationships that are loaded with the objects of a query ask about them.
 *
 * @param session that runs the query
 * @param request the query as listeners left it
 */
record SelectedObjects(QuerySession session, LoadRequest request) implements KeySource, WholeClass {
    @Override
    public Select<?> select(List<Column> columns) {
        return statement().keys(columns);
    }

    @Override
    public boolean isWhole(TableMapper mapper) {
        return request.sent() instanceof Query<?> query
                && query.mapper() == mapper
                && statement().isWhole();
    }

    private EntitySelect statement() {
        return QueryRun.statement(session, request);
    }
}
