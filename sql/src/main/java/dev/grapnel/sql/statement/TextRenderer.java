package dev.grapnel.sql.statement;

import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.sql.structure.StructureWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.conf.ParamType;
import org.jspecify.annotations.Nullable;

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
        return render(query, kind, null, Placeholders::positionOf, reused);
    }

    /**
     * Renders a statement whose parameters have values.
     *
     * @param query the statement
     * @param kind what it does
     * @param structure of it, with its parameters
     * @return the text, for values in the order of the parameters; null if the text does not have exactly these
     */
    @Nullable PreparedText render(Query query, StatementKind kind, StructureWriter structure) {
        List<Param<?>> parameters = structure.parameters();
        IdentityHashMap<Param<?>, Integer> positions = new IdentityHashMap<>();
        parameters.forEach(parameter -> positions.put(parameter, positions.size()));
        Set<Integer> met = new HashSet<>();
        PreparedText text = render(
                query,
                kind,
                structure.root(),
                parameter -> {
                    int position = positions.getOrDefault(parameter, -1);
                    met.add(position);
                    return position;
                },
                true);
        return met.size() == parameters.size() && !met.contains(-1) ? text : null;
    }

    /** As {@link #render(Query, StatementKind, StructureWriter)}, with the values in the text's own parameters. */
    PreparedText renderOnce(Query query, StatementKind kind, StructureWriter structure) {
        return render(query, kind, structure.root(), Placeholders::positionOf, false);
    }

    private PreparedText render(
            Query query, StatementKind kind, @Nullable Object root, ToIntFunction<Param<?>> positions, boolean reused) {
        List<PreparedText.Slot> slots = new ArrayList<>();
        // The text may show a parameter twice, which only the walk over the parts tells.
        VisitListener noting = VisitListener.onVisitStart(visit -> {
            if (root != null) {
                visit.context().data(StructureWriter.ROOT, root);
            }
            note(visit, positions, slots);
        });
        Configuration watched = context.configuration().derive(noting);
        String sql = watched.dsl().render(query);
        return new PreparedText(sql, kind, slots, List.of(), reused);
    }

    private void note(VisitContext visit, ToIntFunction<Param<?>> positions, List<PreparedText.Slot> slots) {
        if (visit.queryPart() instanceof Param<?> param
                && !param.isInline()
                && visit.renderContext() != null
                && visit.context().paramType() != ParamType.INLINED) {
            int position = positions.applyAsInt(param);
            Object constant = position < 0 ? param.getValue() : null;
            slots.add(new PreparedText.Slot(types.binder(param.getDataType()), position, constant));
        }
    }
}
