package dev.grapnel.conformance.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.sql.query.Query;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.OrderField;

/** Builds the query that a step describes. */
final class QueryBuilding {
    private final Call call;
    private final Mapper mapper;

    QueryBuilding(Call call) {
        this.call = call;
        this.mapper = call.scene().mapping().mapper(call.type());
    }

    Query<?> query() {
        Query<?> query = call.session()
                .query(call.type())
                .where(new Where(mapper).all(call.step().node("where")))
                .orderBy(order())
                .options(new QueryOptions(call).options());
        if (call.step().has("limit")) {
            query = query.limit(call.step().number("limit"));
        }
        if (call.step().flag("populate_existing", false)) {
            query = query.populateExisting();
        }
        return call.step().flag("autoflush", true) ? query : query.withoutAutoflush();
    }

    Field<?>[] columns() {
        List<Field<?>> columns = new ArrayList<>();
        call.step().node("columns").forEach(name -> columns.add(Where.column(mapper, name.asText())));
        return columns.toArray(Field<?>[]::new);
    }

    /** By primary key unless the step says otherwise. */
    OrderField<?>[] order() {
        List<OrderField<?>> order = new ArrayList<>();
        JsonNode wanted = call.step().node("order_by");
        if (wanted.isMissingNode()) {
            mapper.keyAttributes().forEach(part -> order.add(Where.column(mapper, part.name())));
        } else {
            wanted.forEach(name -> order.add(ordered(name.asText())));
        }
        return order.toArray(OrderField<?>[]::new);
    }

    private OrderField<?> ordered(String name) {
        return name.startsWith("-") ? Where.column(mapper, name.substring(1)).desc() : Where.column(mapper, name);
    }
}
