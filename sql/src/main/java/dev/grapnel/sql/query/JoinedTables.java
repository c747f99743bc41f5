package dev.grapnel.sql.query;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.sql.join.Criteria;
import dev.grapnel.sql.join.Joined;
import dev.grapnel.sql.join.StatementTables;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.load.SelectShape;
import dev.grapnel.sql.mapping.EntityTables;
import dev.grapnel.sql.structure.StructureWriter;
import dev.grapnel.sql.structure.Structured;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The tables of a query's class, with what the query joins to them, and the criteria that hold for each. */
final class JoinedTables implements Structured {
    private final SelectShape shape;
    private final List<Joined> joins;
    private final LoadOptions options;
    private final List<Condition> criteria = new ArrayList<>(0);

    JoinedTables(SelectShape shape, List<Joined> joins, LoadOptions options) {
        this.shape = shape;
        this.joins = joins;
        this.options = options;
        for (Joined join : joins) {
            criteria.add(criteria(join.target()));
        }
    }

    private Condition criteria(@Nullable EntityTables target) {
        return target == null ? DSL.noCondition() : options.criteriaOf(target);
    }

    /** The joins themselves are clauses. Criteria within conditions are made while these are rendered, so their values are not known here. */
    @Override
    public void describe(StructureWriter structure) {
        structure.parts(criteria);
        for (Class<?> asked : structure.mentioned()) {
            if (options.criteria().stream().anyMatch(criterion -> isAbout(criterion, asked))) {
                structure.unforeseen();
            }
        }
    }

    private static boolean isAbout(LoadOptions.Criterion criterion, Class<?> type) {
        return criterion.type().isAssignableFrom(type);
    }

    /** A condition whose questions about related objects obey the criteria. */
    Condition obeying(Condition condition) {
        return options.criteria().isEmpty() ? condition : ((Criteria) options::criteriaOf).within(condition);
    }

    /** Refuses to select objects of a class that is not there. */
    void require(List<EntityTables> selected) {
        for (EntityTables wanted : selected) {
            boolean queried = wanted.alias() == null && shape.mapper() == wanted.mapper();
            if (!queried && joins.stream().noneMatch(join -> isOf(wanted, join.target()))) {
                String type = wanted.mapper().type().getSimpleName();
                throw new InvalidRequestException("Cannot select objects of " + type
                        + (wanted.alias() == null ? "" : " as " + wanted.alias())
                        + ": the query neither asks for them nor joins them under that name. Join them before"
                        + (wanted.alias() == null
                                ? "."
                                : ", with Aliased.of(" + type + ".class, \"" + wanted.alias() + "\")."));
            }
        }
    }

    private static boolean isOf(EntityTables wanted, @Nullable EntityTables joined) {
        return joined != null && wanted.mapper() == joined.mapper() && Objects.equals(wanted.alias(), joined.alias());
    }

    /** Those of the query's own class, and of each class that is joined so that rows without it are left out. */
    List<EntityTables> all() {
        List<EntityTables> all = new ArrayList<>(List.of(EntityTables.of(shape.mapper(), null)));
        for (Joined join : joins) {
            if (join.target() != null && !join.outer()) {
                all.add(join.target());
            }
        }
        return all;
    }

    Table<Record> own() {
        Table<Record> all = shape.ownTables();
        if (joins.isEmpty()) {
            return all;
        }
        StatementTables present = new StatementTables(EntityTables.of(shape.mapper(), null));
        for (int at = 0; at < joins.size(); at++) {
            all = joins.get(at).to(all, present, criteria.get(at));
        }
        return all;
    }
}
