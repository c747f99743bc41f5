package dev.grapnel.sql.statement;

import dev.grapnel.sql.schema.Column;
import org.jooq.DataType;
import org.jooq.Param;
import org.jooq.impl.DSL;

/**
 * Parameters of a query that get their values each time it runs. Any other bind value of the query keeps the value it has.
 *
 * <pre>{@code
 * cache.render(key, () -> context.select(id).from(table).where(name.field().eq(Placeholders.of(name, 0))));
 * }</pre>
 */
public final class Placeholders {
    private static final String PREFIX = "grapnel-";

    private Placeholders() {}

    /**
     * A parameter for values of a column.
     *
     * @param column whose type the values have
     * @param position of the value in the array of parameters, from zero; several parameters may share one
     * @return the parameter
     */
    public static Param<Object> of(Column column, int position) {
        return of(column.dataType(), position);
    }

    /**
     * A parameter for values of a type.
     *
     * @param type of the values
     * @param position of the value in the array of parameters, from zero; several parameters may share one
     * @return the parameter
     */
    @SuppressWarnings("unchecked") // the value comes later, and of that type
    public static Param<Object> of(DataType<?> type, int position) {
        return (Param<Object>) DSL.param(PREFIX + position, type);
    }

    /** The position of a parameter made here, or -1 for any other. */
    static int positionOf(Param<?> param) {
        String name = param.getParamName();
        return name != null && name.startsWith(PREFIX) ? Integer.parseInt(name.substring(PREFIX.length())) : -1;
    }
}
