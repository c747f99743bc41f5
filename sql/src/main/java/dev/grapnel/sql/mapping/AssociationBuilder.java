package dev.grapnel.sql.mapping;

import dev.grapnel.sql.mapping.ForeignKeyNaming.NamedColumn;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration.AssociationTable;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration.ForeignKeyColumn;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ColumnDefinition;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes the association table of a relationship, or takes the one that is there: both sides ask for it, whichever comes first. */
final class AssociationBuilder {
    private final TableMapper owner;
    private final LinkDeclaration link;
    private final TableMapper target;
    private final AssociationTable said;
    private final Table table;

    /**
     * Begins with the side that has the columns.
     *
     * @param owner the class that declares the relationship
     * @param link the relationship
     * @param target the class on the other side
     */
    AssociationBuilder(TableMapper owner, LinkDeclaration link, TableMapper target) {
        this.owner = owner;
        this.link = link;
        // The other side may be inherited by the class that asks; the table refers to the class that the relationship
        // names.
        this.target = Objects.requireNonNull(owner.owner().constructed(link.target()), target.type()::getName);
        AssociationTable written = link.table();
        this.said = written == null ? AssociationTable.UNSAID : written;
        String name = said.name().isEmpty()
                ? owner.table().name() + '_' + this.target.table().name()
                : said.name();
        this.table = owner.owner().book().table(said.schema(), name);
    }

    RelationshipJoin.Association build() {
        List<ColumnPair> ownerSide = side(owner, ownPrefix(), said.ownColumns());
        List<ColumnPair> targetSide = side(target, link.name(), said.targetColumns());
        if (link.kind() == LinkDeclaration.Kind.ONE_TO_MANY) {
            table.addUnique(targetSide.stream().map(ColumnPair::local).toList());
        }
        new TableDetailsBuilder(table, "relationship " + Declarations.describe(owner.declaration(), link))
                .add(said.constraints());
        return new RelationshipJoin.Association(
                table, ownerSide.stream().map(ColumnPair::reversed).toList(), targetSide, List.of());
    }

    /** What the columns that refer to the owner are named after: the attribute of the other side, else the owner. */
    private String ownPrefix() {
        String otherSide = owner.relationship(link.name()).otherSide();
        return otherSide == null ? owner.entityName() : otherSide;
    }

    private List<ColumnPair> side(TableMapper mapper, String prefix, List<ForeignKeyColumn> columns) {
        String described = Declarations.describe(owner.declaration(), link);
        List<KeyPart> key = ReferredColumns.of(owner.owner().declarations(), mapper.declaration(), columns, described);
        List<NamedColumn> named = ForeignKeyNaming.name(described, prefix, columns, key);
        List<ColumnPair> pairs = new ArrayList<>();
        for (NamedColumn column : named) {
            Column keyColumn = mapper.columnNear(column.key().attribute());
            pairs.add(new ColumnPair(column(column), keyColumn));
        }
        if (!mapper.isSpread()
                && named.stream().allMatch(column -> column.said().enforced())) {
            ForeignKeyNaming.addForeignKey(table, pairs, columns);
        }
        return pairs;
    }

    private Column column(NamedColumn named) {
        Column known = table.find(named.name());
        if (known != null) {
            return known;
        }
        ValueDeclaration key = named.key().value();
        ColumnDefinition definition = ColumnDefinition.of(named.name(), ValueDeclaration.boxed(key.javaType()))
                .length(key.column().size().length())
                .precision(key.column().size().precision(), key.column().size().scale())
                .definition(named.said().details().definition())
                .primaryKey();
        if (named.said().unique()) {
            definition.unique();
        }
        return ColumnMaker.describe(table.add(definition), named.said().details());
    }
}
