package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.sql.mapping.declaration.ColumnDeclaration;
import dev.grapnel.sql.mapping.declaration.ColumnDeclaration.Form;
import dev.grapnel.sql.mapping.declaration.ColumnDetails;
import dev.grapnel.sql.mapping.declaration.Conversion;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ColumnDefinition;
import dev.grapnel.sql.schema.KeyBlocks;
import dev.grapnel.sql.schema.Table;
import org.jspecify.annotations.Nullable;

/** Makes one column of a table, or takes the one that another class of the table made. */
final class ColumnMaker {
    private final Table table;
    private final TableMapper mapper;
    private final String name;
    private final Class<?> javaType;
    private final ColumnDefinition definition;
    private ColumnDetails details = ColumnDetails.NONE;
    private boolean nullable = true;

    private ColumnMaker(Table table, TableMapper mapper, String name, Class<?> javaType) {
        this.table = table;
        this.mapper = mapper;
        this.name = name;
        this.javaType = javaType;
        this.definition = ColumnDefinition.of(name, javaType);
    }

    static ColumnMaker of(Table table, TableMapper mapper, String name, Class<?> javaType) {
        return new ColumnMaker(table, mapper, name, javaType);
    }

    /** Takes type, size, default and constraints over from a declaration. */
    ColumnMaker like(ColumnDeclaration said) {
        definition
                .length(said.size().length())
                .precision(said.size().precision(), said.size().scale());
        if (said.form() == Form.LARGE) {
            definition.large();
        } else if (said.form() == Form.ENUM_ORDINAL) {
            definition.ordinal();
        }
        Conversion conversion = said.conversion();
        if (conversion != null) {
            conversion.applyTo(definition);
        }
        nullable = said.nullable();
        return this;
    }

    /** Takes over what holds for a column that data is written to, and not for a copy of it. */
    ColumnMaker role(ColumnDeclaration said, ValueDeclaration.Role role) {
        unique(said.unique());
        details(said.details());
        String serverDefault = said.serverDefault();
        if (serverDefault != null && !serverDefault.isEmpty()) {
            definition.serverDefault(serverDefault);
        }
        String generatedAs = said.generatedAs();
        if (generatedAs != null && !generatedAs.isEmpty()) {
            definition.generatedAs(generatedAs);
        }
        return switch (role) {
            case KEY -> key(false);
            case GENERATED_KEY -> key(true);
            default -> this;
        };
    }

    /** Takes over what is said for the statement that creates the column. */
    ColumnMaker details(ColumnDetails said) {
        details = said;
        definition.definition(said.definition()).secondPrecision(said.secondPrecision());
        return this;
    }

    ColumnMaker key(boolean generated) {
        definition.primaryKey();
        if (generated) {
            definition.generated();
        }
        return this;
    }

    ColumnMaker keys(@Nullable KeyBlocks source) {
        definition.keys(source);
        return this;
    }

    ColumnMaker length(int characters) {
        definition.length(characters);
        return this;
    }

    ColumnMaker nullable(boolean allowed) {
        nullable = allowed;
        return this;
    }

    ColumnMaker notNullIf(boolean required) {
        nullable &= !required;
        return this;
    }

    ColumnMaker unique(boolean once) {
        if (once) {
            definition.unique();
        }
        return this;
    }

    /** The column; made if the table has none of that name. */
    Column make() {
        Column known = table.find(name);
        if (known != null) {
            return requireSameType(known);
        }
        if (!nullable && !isOfSharedTable()) {
            definition.notNull();
        }
        return describe(table.add(definition), details);
    }

    /** Notes what is said about a column that was just made. */
    static Column describe(Column made, ColumnDetails said) {
        said.checks().forEach(made.table().details()::add);
        if (said.comment() != null) {
            made.table().details().comment(made, said.comment());
        }
        return made;
    }

    /** In a table that a hierarchy shares, the rows of other classes leave the columns of this one empty. */
    private boolean isOfSharedTable() {
        TableMapper parent = mapper.tableParent();
        return parent != null && parent.table() == table;
    }

    private Column requireSameType(Column known) {
        if (ValueDeclaration.boxed(known.javaType()) != ValueDeclaration.boxed(javaType)) {
            throw new MappingException("Cannot map class " + mapper.type().getName() + ": its column '" + name
                    + "' of table '"
                    + table.name() + "' is of " + javaType.getName() + ", and another class of that table maps it as "
                    + known.javaType().getName() + ". Use one type, or another column.");
        }
        return known;
    }
}
