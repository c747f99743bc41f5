package dev.grapnel.sql.attribute;

import dev.grapnel.sql.mapping.EntityTables;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.structure.StructureWriter;
import dev.grapnel.sql.structure.Structured;
import org.jooq.Context;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;

/**
 * A value of a class that has another name in the statement.
 *
 * @param <V> the type of the value
 */
final class AliasedColumn<V> extends CustomField<V> implements Structured, TypedColumn {
    private static final long serialVersionUID = 1L;

    private final transient Aliased<?> alias;
    private final ColumnAttribute<?, V> attribute;

    AliasedColumn(Aliased<?> alias, ColumnAttribute<?, V> attribute) {
        super(DSL.name(alias.getName(), attribute.attributeName()), attribute.getDataType());
        this.alias = alias;
        this.attribute = attribute;
    }

    @Override
    public Column column() {
        return alias.tables().mapper().column(attribute.attributeName()).column();
    }

    @Override
    public void accept(Context<?> context) {
        EntityTables tables = alias.tables();
        context.visit(
                tables.field(tables.mapper().column(attribute.attributeName()).column()));
    }

    @Override
    public void describe(StructureWriter structure) {
        structure.part(alias).token(attribute.attributeName());
    }

    @Override
    public String toString() {
        return alias.getName() + '.' + attribute.attributeName();
    }
}
