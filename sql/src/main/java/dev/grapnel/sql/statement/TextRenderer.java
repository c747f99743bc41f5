package dev.grapnel.sql.statement;

import dev.grapnel.sql.connection.StatementKind;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.conf.ParamType;

/** Has jOOQ render a query and notes the order of its parameters. Thread-safe. */
final class TextRenderer {
    private final DSLContext context;
    private final ValueTypes types;

    TextRenderer(DSLContext context, ValueTypes types) {
        this.context = context;
        this.types = types;
    }

    PreparedText render(Query query, boolean reused) {
        return render(query, StatementKind.of(query), reused);
    }

    PreparedText render(Query query, StatementKind kind, boolean reused) {
        List<PreparedText.Slot> slots = new ArrayList<>();
        // The text may show a parameter twice, which only the walk over the parts tells.
        VisitListener noting = VisitListener.onVisitStart(visit -> note(visit, slots));
        Configuration watched = context.configuration().derive(noting);
        String sql = watched.dsl().render(query);
        return new PreparedText(sql, kind, slots, List.of(), reused);
    }

    private void note(VisitContext visit, List<PreparedText.Slot> slots) {
        if (visit.queryPart() instanceof Param<?> param
                && !param.isInline()
                && visit.renderContext() != null
                && visit.context().paramType() != ParamType.INLINED) {
            int position = Placeholders.positionOf(param);
            Object constant = position < 0 ? param.getValue() : null;
            slots.add(new PreparedText.Slot(types.binder(param.getDataType()), position, constant));
        }
    }
}
