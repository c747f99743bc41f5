package dev.grapnel.sql.join;

import dev.grapnel.sql.mapping.EntityTables;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.structure.StructureWriter;
import org.jooq.Context;
import org.jooq.QueryPart;
import org.jspecify.annotations.Nullable;

/**
 * Which rows the attributes of a class mean at a place of a statement: those of the class's own tables, or within a question about related
 * objects, the related ones. Immutable; the places around are behind it.
 */
public final class EntityScope {
    private static final String KEY = EntityScope.class.getName();

    private final @Nullable EntityScope around;
    private final EntityTables tables;
    private final int depth;

    private EntityScope(@Nullable EntityScope around, EntityTables tables) {
        this.around = around;
        this.tables = tables;
        this.depth = around == null ? 1 : around.depth + 1;
    }

    /**
     * The tables that the attributes of a class mean.
     *
     * @param context that a statement is rendered in
     * @param mapper of the class
     * @return the tables
     */
    public static EntityTables tables(Context<?> context, TableMapper mapper) {
        for (EntityScope at = current(context); at != null; at = at.around) {
            if (at.tables.mapper().isA(mapper)) {
                return at.tables;
            }
        }
        return EntityTables.of(mapper, null);
    }

    /**
     * The tables that the attributes of a class mean that may be a superclass without a table: those of the class below it that is nearest in the
     * statement.
     *
     * @param context that a statement is rendered in
     * @param owner the class
     * @param used what is used of it, for messages
     * @return the tables
     * @throws dev.grapnel.core.error.UnmappedClassException if the statement has no such class
     */
    public static EntityTables tables(Context<?> context, Class<?> owner, Object used) {
        TableMapper mapper = MappedClasses.find(owner);
        if (mapper != null) {
            return tables(context, mapper);
        }
        for (EntityScope at = current(context); at != null; at = at.around) {
            if (owner.isAssignableFrom(at.tables.mapper().type())) {
                return at.tables;
            }
        }
        boolean isOfRoot =
                context.data(StructureWriter.ROOT) instanceof TableMapper root && owner.isAssignableFrom(root.type());
        return EntityTables.of(
                isOfRoot ? (TableMapper) context.data(StructureWriter.ROOT) : MappedClasses.mapperOf(owner, used),
                null);
    }

    private static @Nullable EntityScope current(Context<?> context) {
        return (EntityScope) context.data(KEY);
    }

    /** A name for tables that are not yet in the statement around. */
    static String unusedName(Context<?> context) {
        EntityScope around = current(context);
        return "r" + (around == null ? 1 : around.depth + 1) + "_";
    }

    /** Renders a part in which attributes mean some tables. */
    static void visit(Context<?> context, EntityTables meant, QueryPart part) {
        EntityScope around = current(context);
        context.data(KEY, new EntityScope(around, meant));
        try {
            context.visit(part);
        } finally {
            if (around == null) {
                context.data().remove(KEY);
            } else {
                context.data(KEY, around);
            }
        }
    }
}
