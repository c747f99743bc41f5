package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.EmbeddedShape;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.mapping.ElementProperty;
import dev.grapnel.core.mapping.EmbeddedProperty;
import dev.grapnel.sql.mapping.ForeignKeyNaming.NamedColumn;
import dev.grapnel.sql.mapping.declaration.AttributeDeclaration;
import dev.grapnel.sql.mapping.declaration.ColumnDeclaration;
import dev.grapnel.sql.mapping.declaration.ElementDeclaration;
import dev.grapnel.sql.mapping.declaration.EmbeddedDeclaration;
import dev.grapnel.sql.mapping.declaration.EntityDeclaration;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration;
import dev.grapnel.sql.mapping.declaration.TableDeclaration;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.CounterRow;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds the attributes and columns of one class from what is declared. Runs once, when the class is put under watch; looks at other
 * classes only by their declarations, because they may not be mapped yet.
 */
final class PropertyBuilder {
    private final TableMapper mapper;
    private final EntityDeclaration declaration;
    private final Declarations declarations;
    private final TableBook book;
    private final Table table;
    private final SecondaryTables secondary;
    /** The columns of the foreign keys in the own table, by relationship. */
    private final List<OwnForeignKey> foreignKeys = new ArrayList<>();

    private record OwnForeignKey(LinkDeclaration link, List<NamedColumn> columns) {}

    PropertyBuilder(TableMapper mapper) {
        this.mapper = mapper;
        this.declaration = mapper.declaration();
        this.declarations = mapper.owner().declarations();
        this.book = mapper.owner().book();
        this.table = table();
        this.secondary = new SecondaryTables(mapper, table);
    }

    private Table table() {
        TableDeclaration place = declarations.tableOwner(declaration).table();
        if (!declarations.isConcrete(declaration)) {
            return book.table(place.schema(), place.name());
        }
        TableDeclaration first = declarations.root(declaration).table();
        return mapper.isAbstract() ? TableBook.ofAbstractClass(place, first) : book.ofHierarchy(place, first);
    }

    void build() {
        nameForeignKeys();
        placeInTables();
        inheritColumns();
        declaration.attributes().forEach(this::add);
        secondary.mapKeys();
        identify();
        new DiscriminatorBuilder(mapper, table).build();
        for (OwnForeignKey key : foreignKeys) {
            mapper.ownRelationships().foreignKey(key.link.name(), parts(key.columns));
        }
        mapper.owner().columnsOfTargets().settle(mapper);
        TableSharing.check(mapper, book.use(table, mapper), table);
    }

    private void nameForeignKeys() {
        for (LinkDeclaration link : declaration.links()) {
            if (link.hasOwnKey()) {
                foreignKeys.add(new OwnForeignKey(link, named(link)));
            }
        }
    }

    private List<NamedColumn> named(LinkDeclaration link) {
        String description = Declarations.describe(declaration, link);
        EntityDeclaration target = declarations.targetOf(declaration, link);
        return ForeignKeyNaming.name(
                description,
                link.name(),
                link.columns(),
                ReferredColumns.of(declarations, target, link.columns(), description));
    }

    // ---- tables ----

    private void placeInTables() {
        TableMapper parent = declarations.isConcrete(declaration) ? null : mapper.tableParent();
        List<Table> tables = new ArrayList<>(parent == null ? List.of() : parent.tables());
        if (!tables.contains(table)) {
            tables.add(table);
        }
        tables.addAll(secondary.make());
        mapper.tables(table, tables, secondary.all());
    }

    private void inheritColumns() {
        TableMapper parent = mapper.tableParent();
        if (parent == null) {
            return;
        }
        if (declarations.isConcrete(declaration)) {
            parent.columns().forEach(inherited -> InheritedColumns.copy(mapper, inherited));
            return;
        }
        if (parent.table() != table) {
            declarations.key(declaration).forEach(this::declareKeyAnew);
        }
        for (MappedColumn inherited : parent.columns()) {
            BasicProperty property = (BasicProperty)
                    Objects.requireNonNull(mapper.property(inherited.attribute()), "inherited attribute");
            map(property, inherited.column(), inherited.insertable(), inherited.updatable());
        }
        if (parent.table() != table) {
            declarations.key(declaration).forEach(this::addKeyOfOwnTable);
        }
    }

    /**
     * The key of a class with a table of its own stands in two columns, so it is an attribute of that class too (rule N-3). Parts of an embedded key stay
     * those of the whole value.
     */
    private void declareKeyAnew(KeyPart part) {
        if (part.attribute().indexOf('.') >= 0) {
            return;
        }
        BasicProperty above = (BasicProperty) Objects.requireNonNull(mapper.property(part.attribute()));
        mapper.addProperty(new BasicProperty(mapper.type(), above.name(), above.javaType(), above.settings()));
    }

    private void addKeyOfOwnTable(KeyPart part) {
        BasicProperty property = (BasicProperty) Objects.requireNonNull(mapper.property(part.attribute()));
        ColumnDeclaration like = part.value().column();
        Column column = ColumnMaker.of(table, mapper, part.column(), property.javaType())
                .like(like)
                .key(false)
                .make();
        map(property, column, true, true);
    }

    // ---- attributes ----

    private void add(AttributeDeclaration attribute) {
        requireEnhanced(attribute);
        if (attribute instanceof ValueDeclaration value) {
            add(value);
        } else if (attribute instanceof ElementDeclaration elements) {
            mapper.addProperty(property(elements));
        } else if (attribute instanceof EmbeddedDeclaration embedded) {
            embedded.parts().forEach(this::add);
            mapper.addProperty(new EmbeddedProperty(mapper.type(), embedded.name(), shape(embedded)));
        } else {
            LinkDeclaration link = (LinkDeclaration) attribute;
            mapper.addProperty(new RelationshipBuilder(declarations, declaration, link).build());
            for (OwnForeignKey key : foreignKeys) {
                if (key.link.name().equals(link.name())) {
                    key.columns.forEach(column -> addHidden(link, column));
                }
            }
        }
    }

    private ElementProperty property(ElementDeclaration elements) {
        EmbeddedShape shape = elements.element() instanceof EmbeddedDeclaration embedded ? shape(embedded) : null;
        Class<?> type = shape == null ? ((ValueDeclaration) elements.element()).javaType() : shape.type();
        return new ElementProperty(mapper.type(), elements.name(), elements.kind(), type, shape, elements.settings());
    }

    private EmbeddedShape shape(EmbeddedDeclaration embedded) {
        List<EmbeddedShape.Component> components = new ArrayList<>();
        for (EmbeddedDeclaration.Component component : embedded.components()) {
            components.add(
                    component.attribute() instanceof EmbeddedDeclaration nested
                            ? new EmbeddedShape.Component(component.field(), null, shape(nested))
                            : new EmbeddedShape.Component(
                                    component.field(), component.attribute().name(), null));
        }
        return EmbeddedShape.of(
                embedded.type(), components, mapper.manager().enhancedType().lookup());
    }

    private void requireEnhanced(AttributeDeclaration attribute) {
        if (!TableMapper.isHidden(attribute.name())
                && mapper.manager().enhancedType().indexOf(attribute.name()) < 0) {
            throw new MappingException("Cannot map attribute " + mapper.type().getName() + '.' + attribute.name()
                    + ": the superclass that declares its field is not enhanced, so the field cannot be watched."
                    + " Enhance that superclass together with the entity.");
        }
    }

    private void add(ValueDeclaration value) {
        ColumnDeclaration said = value.column();
        Table place = secondary.of(value, table);
        requireFree(value, place);
        boolean written = said.insertable();
        boolean changed = said.updatable();
        for (NamedColumn link : linksTo(said.name())) {
            written |= link.said().insertable();
            changed |= link.said().updatable();
        }
        BasicProperty property = new BasicProperty(mapper.type(), value.name(), value.javaType(), value.settings());
        mapper.addProperty(property);
        if (value.keys() instanceof CounterRow counter) {
            book.addCounter(counter);
        }
        Column column = ColumnMaker.of(place, mapper, said.name(), value.javaType())
                .like(said)
                .role(said, value.role())
                .keys(value.keys())
                .notNullIf(isRequiredByLink(said.name()))
                .make();
        map(property, column, written, changed);
    }

    private void requireFree(ValueDeclaration value, Table place) {
        Column taken = place.find(value.column().name());
        MappedColumn other = taken == null ? null : mapper.columnBook().find(taken);
        if (other != null) {
            throw new MappingException(
                    "Cannot map attribute " + mapper.type().getName() + '.' + value.name() + ": its column '"
                            + value.column().name() + "' is mapped by attribute '" + other.attribute()
                            + "' already. Give one of them another column with "
                            + (value.name().indexOf('.') < 0
                                    ? "@Column(name = …)."
                                    : "@AttributeOverride(name = …, column = @Column(name = …))."));
        }
    }

    private List<NamedColumn> linksTo(String column) {
        List<NamedColumn> links = new ArrayList<>(0);
        for (OwnForeignKey key : foreignKeys) {
            for (NamedColumn named : key.columns) {
                if (named.name().equals(column)) {
                    links.add(named);
                }
            }
        }
        return links;
    }

    private boolean isRequiredByLink(String column) {
        for (OwnForeignKey key : foreignKeys) {
            for (NamedColumn named : key.columns) {
                if (named.name().equals(column)
                        && (!key.link.optional() || !named.said().nullable())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Adds the attribute of a foreign key column that no field maps, now or further down the class. */
    private void addHidden(LinkDeclaration link, NamedColumn named) {
        Column known = table.find(named.name());
        boolean mapped = known != null && mapper.columnBook().find(known) != null;
        if (!mapped && declaration.valueOfColumn(named.name()).isEmpty()) {
            HiddenAttributes.add(mapper, table, link, named, isRequiredByLink(named.name()));
        }
    }

    private void map(BasicProperty property, Column column, boolean insertable, boolean updatable) {
        HiddenAttributes.map(mapper, property, column, insertable, updatable);
    }

    // ---- what is said about the whole ----

    private void identify() {
        mapper.identifyBy(
                declarations.key(declaration).stream().map(KeyPart::attribute).toList());
        String version = versionName();
        if (version != null) {
            mapper.countVersionsIn(version);
        }
    }

    private @Nullable String versionName() {
        return declarations.root(declaration).values().stream()
                .filter(value -> value.role() == ValueDeclaration.Role.VERSION)
                .map(ValueDeclaration::name)
                .findFirst()
                .orElse(null);
    }

    private List<ForeignKeyPart> parts(List<NamedColumn> columns) {
        return columns.stream()
                .map(named -> HiddenAttributes.part(mapper, table, named))
                .toList();
    }
}
