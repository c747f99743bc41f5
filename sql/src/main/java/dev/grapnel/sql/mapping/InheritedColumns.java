package dev.grapnel.sql.mapping;

import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.sql.mapping.RelationshipJoin.Association;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ForeignKey;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a class inherits, in the columns of its own table. Where each class of a hierarchy has a table of all attributes, an attribute has another
 * column in each class; what was said about it in terms of the superclass is told here in terms of the subclass.
 */
final class InheritedColumns {
    private InheritedColumns() {}

    /** Keeps an inherited attribute in a column of the class's own table. */
    static void copy(TableMapper mapper, MappedColumn inherited) {
        Table table = mapper.table();
        Column known = table.find(inherited.column().name());
        Column column = known == null ? table.add(inherited.column().copied()) : known;
        BasicProperty property = (BasicProperty) Objects.requireNonNull(mapper.property(inherited.attribute()));
        HiddenAttributes.map(mapper, property, column, inherited.insertable(), inherited.updatable());
    }

    /** The column in which a class keeps the attribute that a column of its own or of a superclass holds; else the column itself. */
    static Column own(TableMapper mapper, Column column) {
        for (TableMapper at = mapper; at != null; at = at.tableParent()) {
            MappedColumn found = at.columnBook().find(column);
            if (found != null) {
                return at == mapper ? column : mapper.column(found.attribute()).column();
            }
        }
        return column;
    }

    /** A join that was written for superclasses of both sides, for these very classes. */
    static RelationshipJoin join(TableMapper owner, TableMapper target, RelationshipJoin join) {
        Association between = join.association();
        if (between == null) {
            return RelationshipJoin.direct(pairs(owner, join.pairs(), target));
        }
        return RelationshipJoin.over(new Association(
                between.table(),
                pairs(owner, between.owner(), null),
                pairs(null, between.target(), target),
                between.places()));
    }

    private static List<ColumnPair> pairs(
            @Nullable TableMapper owner, List<ColumnPair> pairs, @Nullable TableMapper target) {
        List<ColumnPair> own = new ArrayList<>(pairs.size());
        for (ColumnPair pair : pairs) {
            own.add(new ColumnPair(
                    owner == null ? pair.local() : own(owner, pair.local()),
                    target == null ? pair.remote() : own(target, pair.remote())));
        }
        return List.copyOf(own);
    }

    static List<ForeignKeyPart> foreignKey(TableMapper mapper, List<ForeignKeyPart> inherited) {
        return inherited.stream()
                .map(part -> new ForeignKeyPart(
                        part.attribute(), own(mapper, part.column()), part.key(), part.enforced(), part.constraint()))
                .toList();
    }

    // ---- constraints ----

    /** Lets the database check a foreign key, in each table that has its columns; not if the rows it refers to are in several tables. */
    static void addConstraint(TableMapper holder, List<ForeignKeyPart> parts, TableMapper keyOwner) {
        if (keyOwner.isSpread()) {
            return;
        }
        List<Column> columns = new ArrayList<>(parts.size());
        List<Column> targets = new ArrayList<>(parts.size());
        String constraint = "";
        for (ForeignKeyPart part : parts) {
            if (!part.enforced()) {
                return;
            }
            columns.add(part.column());
            targets.add(keyOwner.columnNear(part.key().attribute()));
            constraint = constraint.isEmpty() ? part.constraint() : constraint;
        }
        for (Mapper each : holder.isSpread() ? holder.selfAndDescendants() : List.of(holder)) {
            ForeignKey added = addForeignKey((TableMapper) each, columns, targets, false);
            if (each == holder && !constraint.isEmpty()) {
                added.table().details().nameForeignKey(added, constraint);
            }
        }
    }

    /** Gives the table of a class that came later what its superclass refers to. */
    static void copyForeignKeys(TableMapper mapper, TableMapper parent) {
        for (ForeignKey key : parent.table().foreignKeys()) {
            addForeignKey(mapper, key.columns(), key.targets(), key.onDeleteCascade());
        }
    }

    private static ForeignKey addForeignKey(
            TableMapper mapper, List<Column> columns, List<Column> targets, boolean cascade) {
        List<Column> own = new ArrayList<>(columns.size());
        for (Column column : columns) {
            own.add(own(mapper, column));
        }
        return own.get(0).table().addForeignKey(own, targets, cascade);
    }
}
