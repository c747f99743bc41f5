package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.ClosestName;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.sql.mapping.declaration.EntityDeclaration;
import dev.grapnel.sql.mapping.declaration.KeyColumn;
import dev.grapnel.sql.mapping.declaration.SecondaryTable;
import dev.grapnel.sql.mapping.declaration.TableDeclaration;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The further tables of a class, each with a part of every row and the key of the row. */
final class SecondaryTables {
    private final TableMapper mapper;
    private final EntityDeclaration declaration;
    private final Declarations declarations;
    private final Table main;

    SecondaryTables(TableMapper mapper, Table main) {
        this.mapper = mapper;
        this.declaration = mapper.declaration();
        this.declarations = mapper.owner().declarations();
        this.main = main;
    }

    /** The tables that the class itself adds, with the columns of their keys. */
    List<Table> make() {
        List<Table> made = new ArrayList<>();
        for (SecondaryTable said : declaration.secondaryTables()) {
            requireHead();
            Table table = table(said);
            for (int at = 0; at < key().size(); at++) {
                addKey(said, table, at);
            }
            checkReferences(said);
            made.add(table);
        }
        return made;
    }

    /** All of the class, inherited ones included. */
    Set<Table> all() {
        Set<Table> all = new HashSet<>();
        for (EntityDeclaration each : declarations.lineage(declaration)) {
            each.secondaryTables().forEach(said -> all.add(table(said)));
        }
        return all;
    }

    /** The table that a value is in. */
    Table of(ValueDeclaration value, Table otherwise) {
        String name = value.column().table();
        if (name.isEmpty() || name.equals(otherwise.name())) {
            return otherwise;
        }
        List<String> names = new ArrayList<>();
        for (SecondaryTable said : declaration.secondaryTables()) {
            if (said.table().name().equals(name)) {
                return requireNoKey(value, table(said));
            }
            names.add(said.table().name());
        }
        throw new MappingException("Cannot map attribute " + declaration.type().getName() + '.' + value.name()
                + ": its column is in table '" + name + "', and the class has no secondary table of that name."
                + (names.isEmpty()
                        ? " Add @SecondaryTable(name = \"" + name + "\") to the class."
                        : ClosestName.hint(name, names)));
    }

    private Table requireNoKey(ValueDeclaration value, Table table) {
        if (value.role() == ValueDeclaration.Role.DATA) {
            return table;
        }
        throw new MappingException("Cannot map attribute " + declaration.type().getName() + '.' + value.name()
                + ": keys and versions are in the main table, and its column is in the secondary table '" + table.name()
                + "'. Leave table out of its @Column.");
    }

    /** Keeps the key in the columns of these tables, too. */
    void mapKeys() {
        for (SecondaryTable said : declaration.secondaryTables()) {
            for (int at = 0; at < key().size(); at++) {
                KeyPart part = key().get(at);
                BasicProperty property =
                        (BasicProperty) Objects.requireNonNull(mapper.property(part.attribute()), "key attribute");
                HiddenAttributes.map(mapper, property, table(said).column(nameOf(said, at)), true, true);
            }
        }
    }

    /** Lets the database check the keys, and adds what else is said about the tables. */
    void join() {
        for (SecondaryTable said : declaration.secondaryTables()) {
            Table table = table(said);
            List<Column> own =
                    mapper.keyColumns(table).stream().map(MappedColumn::column).toList();
            List<Column> target =
                    mapper.keyColumns(main).stream().map(MappedColumn::column).toList();
            table.addForeignKey(own, target, false);
            new TableDetailsBuilder(table, "class " + declaration.type().getName())
                    .add(said.table().constraints());
        }
    }

    private void requireHead() {
        if (declaration.parent() != null || declarations.isConcrete(declaration)) {
            throw new MappingException("Cannot map class " + declaration.type().getName()
                    + ": @SecondaryTable is for a class that heads its hierarchy, with a strategy other than"
                    + " InheritanceType.TABLE_PER_CLASS. Move it there, or map the other table by a class of its own with"
                    + " @OneToOne.");
        }
    }

    private void addKey(SecondaryTable said, Table table, int position) {
        ValueDeclaration key = key().get(position).value();
        String name = nameOf(said, position);
        if (table.find(name) != null) {
            throw new MappingException("Cannot map class " + declaration.type().getName() + ": its secondary table '"
                    + table.name() + "' is used already, with a column '" + name
                    + "'. Give each class tables of its own.");
        }
        ColumnMaker.of(table, mapper, name, key.javaType())
                .like(key.column())
                .key(false)
                .make();
    }

    private void checkReferences(SecondaryTable said) {
        List<String> known = key().stream().map(KeyPart::column).toList();
        for (KeyColumn column : said.keyColumns()) {
            String references = column.references();
            if (!references.isEmpty() && !known.contains(references)) {
                throw new MappingException("Cannot map class "
                        + declaration.type().getName()
                        + ": the key of its secondary table '" + said.table().name() + "' refers to column '"
                        + references + "', which is no part of its key." + ClosestName.hint(references, known));
            }
        }
    }

    private String nameOf(SecondaryTable said, int position) {
        String ofMain = key().get(position).column();
        String name = KeyColumn.nameOf(said.keyColumns(), position, ofMain);
        return name.isEmpty() ? ofMain : name;
    }

    private List<KeyPart> key() {
        return declarations.key(declaration);
    }

    private Table table(SecondaryTable said) {
        TableDeclaration place = said.table();
        return mapper.owner().book().table(place.schema(), place.name());
    }
}
