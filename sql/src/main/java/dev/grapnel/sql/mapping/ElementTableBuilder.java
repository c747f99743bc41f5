package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.CollectionKind;
import dev.grapnel.core.mapping.ElementProperty;
import dev.grapnel.sql.mapping.ForeignKeyNaming.NamedColumn;
import dev.grapnel.sql.mapping.declaration.ColumnDeclaration;
import dev.grapnel.sql.mapping.declaration.ColumnDeclaration.Form;
import dev.grapnel.sql.mapping.declaration.Conversion;
import dev.grapnel.sql.mapping.declaration.ElementDeclaration;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration.ForeignKeyColumn;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ColumnDefinition;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the table of a collection of values. Runs when the key of the owner is known. */
final class ElementTableBuilder {
    private final TableMapper owner;
    private final ElementDeclaration said;
    private final Table table;

    ElementTableBuilder(TableMapper owner, ElementDeclaration said) {
        this.owner = owner;
        this.said = said;
        String name = said.table().name().isEmpty()
                ? owner.entityName() + '_' + said.name()
                : said.table().name();
        this.table = owner.owner().book().table(said.table().schema(), name);
    }

    ElementTable build() {
        if (!table.columns().isEmpty()) {
            throw new MappingException("Cannot map collection " + owner.type().getSimpleName() + '.' + said.name()
                    + ": its table '" + table.name()
                    + "' is used already. Give it one of its own with @CollectionTable(name = …).");
        }
        List<ColumnPair> pairs = ownerColumns();
        Column key = key();
        List<Column> values = new ArrayList<>();
        for (ValueDeclaration value : said.values()) {
            values.add(add(value, isKeyBesideOwner(value)));
        }
        boolean enforced = said.table().columns().stream().allMatch(ForeignKeyColumn::enforced);
        if (!owner.isSpread() && enforced) {
            ForeignKeyNaming.addForeignKey(table, pairs, said.table().columns());
        }
        new TableDetailsBuilder(table, "collection " + owner.type().getSimpleName() + '.' + said.name())
                .add(said.table().constraints());
        ElementProperty property = (ElementProperty) Objects.requireNonNull(owner.property(said.name()));
        return new ElementTable(property, table, pairs, key, List.copyOf(values));
    }

    /** Whether owner and key, position or element are what tells a row from others. */
    private boolean hasPrimaryKey() {
        return said.key() != null
                || said.position() != null
                || said.values().stream().allMatch(this::isKeyBesideOwner);
    }

    /** In a set a plain value stands once. */
    private boolean isKeyBesideOwner(ValueDeclaration value) {
        return said.kind() == CollectionKind.SET
                && said.element() == value
                && value.column().form() != Form.LARGE
                && value.javaType() != byte[].class;
    }

    private List<ColumnPair> ownerColumns() {
        String described = owner.type().getSimpleName() + '.' + said.name();
        List<KeyPart> key = ReferredColumns.of(
                owner.owner().declarations(), owner.declaration(), said.table().columns(), described);
        List<ColumnPair> pairs = new ArrayList<>();
        for (NamedColumn named : ForeignKeyNaming.name(
                described, owner.entityName(), said.table().columns(), key)) {
            ValueDeclaration part = named.key().value();
            ColumnDefinition definition = definition(named.name(), part.javaType(), part.column());
            definition.definition(named.said().details().definition());
            if (named.said().unique()) {
                definition.unique();
            }
            Column column = ColumnMaker.describe(
                    table.add(hasPrimaryKey() ? definition.primaryKey() : definition.notNull()),
                    named.said().details());
            Column keyColumn = owner.columnNear(named.key().attribute());
            pairs.add(new ColumnPair(column, keyColumn));
        }
        return pairs;
    }

    private @Nullable Column key() {
        ValueDeclaration key = said.key();
        if (key != null) {
            return add(key, true);
        }
        ColumnDeclaration position = said.position();
        return position == null
                ? null
                : table.add(definition(position.name(), Integer.class, position)
                        .definition(position.details().definition())
                        .primaryKey());
    }

    private Column add(ValueDeclaration value, boolean primaryKey) {
        ColumnDeclaration column = value.column();
        if (table.find(column.name()) != null) {
            throw new MappingException(
                    "Cannot map collection " + owner.type().getSimpleName() + '.' + said.name()
                            + ": two of its columns are named '" + column.name()
                            + "'. Give one of them another name with @Column, @MapKeyColumn, @AttributeOverride or @CollectionTable.");
        }
        ColumnDefinition definition = definition(column.name(), value.javaType(), column);
        if (primaryKey) {
            definition.primaryKey();
        } else if (!column.nullable()) {
            definition.notNull();
        }
        if (column.unique()) {
            definition.unique();
        }
        definition
                .definition(column.details().definition())
                .secondPrecision(column.details().secondPrecision());
        return ColumnMaker.describe(table.add(definition), column.details());
    }

    private static ColumnDefinition definition(String name, Class<?> javaType, ColumnDeclaration like) {
        ColumnDefinition definition = ColumnDefinition.of(name, ValueDeclaration.boxed(javaType))
                .length(like.size().length())
                .precision(like.size().precision(), like.size().scale());
        if (like.form() == Form.LARGE) {
            definition.large();
        } else if (like.form() == Form.ENUM_ORDINAL) {
            definition.ordinal();
        }
        Conversion conversion = like.conversion();
        return conversion == null ? definition : conversion.applyTo(definition);
    }
}
