package dev.grapnel.sql.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Constraint;
import org.jooq.ConstraintTypeStep;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Creates what stands beside the columns of a table: named constraints, indexes and comments. */
final class DetailDdl {
    private static final Set<SQLDialect> COMMENTS = Set.of(SQLDialect.H2, SQLDialect.POSTGRES, SQLDialect.YUGABYTEDB);

    private final DSLContext context;
    private final SQLDialect dialect;

    DetailDdl(DSLContext context, SQLDialect dialect) {
        this.context = context;
        this.dialect = dialect;
    }

    /** A constraint that has a name, or one that the database names. */
    static ConstraintTypeStep constraint(@Nullable String name) {
        return name == null ? DSL.constraint() : DSL.constraint(DSL.name(name));
    }

    /** The conditions of a table. */
    static List<Constraint> checks(Table table) {
        List<Constraint> constraints = new ArrayList<>();
        for (Check check : table.details().checks()) {
            constraints.add(constraint(check.name()).check(DSL.condition(DSL.raw(check.condition()))));
        }
        return constraints;
    }

    /** The statements to be sent once the table is there. */
    List<String> after(Table table) {
        List<String> statements = new ArrayList<>();
        table.details().indexes().forEach(index -> statements.add(context.render(create(table, index))));
        if (COMMENTS.contains(dialect.family())) {
            comments(table).forEach(comment -> statements.add(context.renderInlined(comment)));
        }
        return statements;
    }

    private Query create(Table table, Index index) {
        List<OrderField<?>> columns = new ArrayList<>();
        for (Index.Step step : index.columns()) {
            var field = DSL.field(DSL.name(step.column().name()));
            columns.add(step.descending() ? field.desc() : field);
        }
        var create = index.unique()
                ? context.createUniqueIndex(DSL.name(index.name()))
                : context.createIndex(DSL.name(index.name()));
        return create.on(table.asJooq(), columns);
    }

    private List<Query> comments(Table table) {
        List<Query> comments = new ArrayList<>();
        String ofTable = table.details().comment();
        if (ofTable != null) {
            comments.add(context.commentOnTable(table.asJooq()).is(ofTable));
        }
        for (Column column : table.columns()) {
            String text = table.details().comment(column);
            if (text != null) {
                comments.add(context.commentOnColumn(table.qualifiedName().append(column.name()))
                        .is(text));
            }
        }
        return comments;
    }
}
