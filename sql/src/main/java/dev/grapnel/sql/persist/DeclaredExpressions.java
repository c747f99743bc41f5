package dev.grapnel.sql.persist;

import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.ColumnExpression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * What the mapping of one class has the database compute in statements that do not set it: a column each, with the expression. Immutable.
 */
public final class DeclaredExpressions {
    private static final List<Computed> NONE = List.of();

    private final Map<Table, List<Computed>> inserted;
    private final Map<Table, List<Computed>> updated;

    /**
     * One of them.
     *
     * @param mapped the attribute
     * @param expression that the statement writes
     */
    public record Computed(MappedColumn mapped, ColumnExpression expression) {}

    private DeclaredExpressions(TableMapper mapper) {
        this.inserted =
                read(mapper, mapped -> mapped.property().settings().inserted().expression());
        this.updated =
                read(mapper, mapped -> mapped.property().settings().updated().expression());
    }

    private static Map<Table, List<Computed>> read(TableMapper mapper, Function<MappedColumn, @Nullable Object> said) {
        Map<Table, List<Computed>> found = new HashMap<>();
        for (Table table : mapper.tables()) {
            List<Computed> computed = mapper.columns(table).stream()
                    .filter(mapped -> said.apply(mapped) instanceof Field<?>)
                    .map(mapped -> new Computed(
                            mapped, ColumnExpression.declared(mapped.column(), (Field<?>) said.apply(mapped))))
                    .toList();
            if (!computed.isEmpty()) {
                found.put(table, computed);
            }
        }
        return found;
    }

    /**
     * What the mapping of a class says.
     *
     * @param mapper of the class
     * @return the expressions
     */
    public static DeclaredExpressions of(TableMapper mapper) {
        return mapper.attachment(DeclaredExpressions.class, any -> new DeclaredExpressions((TableMapper) any));
    }

    /**
     * Those of an INSERT.
     *
     * @param table of the class
     * @return the expressions for columns of the table
     */
    public List<Computed> inserted(Table table) {
        return inserted.getOrDefault(table, NONE);
    }

    /**
     * Those of an UPDATE.
     *
     * @param table of the class
     * @return the expressions for columns of the table
     */
    public List<Computed> updated(Table table) {
        return updated.getOrDefault(table, NONE);
    }

    /** The expression by which an INSERT fills a column that the object has no value for, or null. */
    @Nullable ColumnExpression inserted(MappedColumn column) {
        for (Computed computed : inserted(column.column().table())) {
            if (computed.mapped().equals(column)) {
                return computed.expression();
            }
        }
        return null;
    }
}
