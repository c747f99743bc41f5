package dev.grapnel.sql.mapping;

import dev.grapnel.core.annotation.EagerDefaults;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.mapping.ElementProperty;
import dev.grapnel.core.mapping.EmbeddedProperty;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Property;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.mapping.declaration.EntityDeclaration;
import dev.grapnel.sql.mapping.declaration.EntitySettings;
import dev.grapnel.sql.row.RowListeners;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one class is kept in tables: which attribute in which column, how rows of relationships are joined, and how inheritance is kept.
 *
 * <p>A {@link TableRegistry} makes it. Columns are known once it is constructed, joins once it is configured.
 *
 * <h2>Attributes without a field</h2>
 *
 * A foreign key column that no field maps has a hidden attribute named after its relationship and itself, as {@code user#user_id}; a
 * discriminator column that no field maps has one named as {@code class#DTYPE}. They live in the state of an object, take part in a flush
 * as others do, and cannot be asked for by name in a query.
 */
public final class TableMapper extends Mapper {
    private final TableRegistry owner;
    private final EntityDeclaration declaration;
    private final MappedColumns columns = new MappedColumns();
    private final MappedRelationships relationships = new MappedRelationships();
    private final RowListeners rowListeners;
    private Subscription ownListeners = Subscription.together(List.of());
    private final boolean confirmsDeletes;
    private final EagerDefaults.When eagerDefaults;
    private List<Table> tables = List.of();
    private Set<Table> secondaryTables = Set.of();
    private @Nullable Table ownTable;

    TableMapper(TableRegistry owner, EntityDeclaration declaration, @Nullable TableMapper parent) {
        super(owner, declaration.type(), parent);
        this.owner = owner;
        this.declaration = declaration;
        this.rowListeners = new RowListeners(declaration.type(), parent == null ? null : parent.rowListeners);
        EntitySettings settings = declaration.settings();
        if (settings.oneByOne()) {
            batch(false);
        }
        if (settings.orphanIfAllLetGo()) {
            orphanIfAllLetGo();
        }
        this.confirmsDeletes = settings.confirmsDeletes() && (parent == null || parent.confirmsDeletes);
        EagerDefaults.When inherited = parent == null ? EagerDefaults.When.AUTO : parent.eagerDefaults;
        this.eagerDefaults = settings.eagerDefaults() == null ? inherited : settings.eagerDefaults();
    }

    // ---- finding ----

    /** The mapper of an object's class. */
    public static TableMapper of(InstanceState state) {
        return (TableMapper) Mapper.of(state);
    }

    /** The mapper of the objects that a configured relationship refers to. */
    public static TableMapper target(Relationship relationship) {
        return (TableMapper) relationship.target();
    }

    /** The listeners to what happens to rows before they are objects. */
    public RowListeners rowListeners() {
        return rowListeners;
    }

    /** Listeners that go with this mapper. */
    void own(Subscription listeners) {
        ownListeners = listeners;
    }

    @Override
    protected void left() {
        rowListeners.release();
        ownListeners.close();
    }

    // ---- tables ----

    /** The tables that a row of this class has a part in: that of the topmost superclass first, the own one last. */
    public List<Table> tables() {
        return tables;
    }

    /** The own table; for single table inheritance the one that the hierarchy shares. Never a secondary one. */
    public Table table() {
        return Objects.requireNonNull(ownTable, "table of a class whose mapping has begun");
    }

    /**
     * Whether one of {@link #tables()} is a secondary one, with some values of rows whose key is in another.
     *
     * @param table of this class or a superclass
     * @return whether it is
     */
    public boolean isSecondary(Table table) {
        return secondaryTables.contains(table);
    }

    /** Whether it matters that a row to be deleted is gone already (rule U-17). */
    public boolean confirmsDeletes() {
        return confirmsDeletes;
    }

    /** When values that the database makes come into objects. */
    public EagerDefaults.When eagerDefaults() {
        return eagerDefaults;
    }

    /** Where the class keeps what it inherits. */
    public InheritanceKind inheritance() {
        if (owner.declarations().isConcrete(declaration)) {
            return InheritanceKind.CONCRETE;
        }
        if (parent() != null || discriminatorAttribute() != null) {
            return owner.declarations().isJoined(declaration) ? InheritanceKind.JOINED : InheritanceKind.SINGLE;
        }
        return declaration.inheritsFields() ? InheritanceKind.MAPPED_SUPERCLASS : InheritanceKind.NONE;
    }

    /** Whether the class has no objects of its own, only those of subclasses. */
    public boolean isAbstract() {
        return Modifier.isAbstract(type().getModifiers());
    }

    /** Whether the rows of the class and its subclasses are whole rows of several tables, or of those of subclasses alone. */
    public boolean isSpread() {
        return inheritance() == InheritanceKind.CONCRETE
                && (isAbstract() || !children().isEmpty());
    }

    @Override
    public boolean takesRowsOf(Mapper other) {
        return inheritance() != InheritanceKind.CONCRETE || other == this;
    }

    /** Whether a row tells by a discriminator which class its object is of. */
    public boolean isPolymorphic() {
        return discriminatorAttribute() != null;
    }

    /** The class of the parts of a composite key as the application knows it, or null if there is none. */
    public @Nullable Class<?> idClass() {
        return owner.declarations().root(declaration).idClass();
    }

    /**
     * The values of the primary key, one for each of its attributes.
     *
     * @param given such values, or one value of the class that {@code @EmbeddedId} holds
     * @return the values; not checked
     */
    public Object[] keyParts(Object... given) {
        return given.length == 1 ? attachment(WholeKey.class, WholeKey::of).parts(given) : given;
    }

    /** The attributes that hold all of the key in one value; none or one. */
    private record WholeKey(List<EmbeddedProperty> attributes) {
        static WholeKey of(Mapper mapper) {
            List<String> names =
                    mapper.keyAttributes().stream().map(AttributeTracker::name).toList();
            return new WholeKey(mapper.properties().stream()
                    .filter(EmbeddedProperty.class::isInstance)
                    .map(EmbeddedProperty.class::cast)
                    .filter(embedded -> embedded.shape().attributes().equals(names))
                    .toList());
        }

        Object[] parts(Object... given) {
            if (!attributes.isEmpty() && attributes.get(0).shape().type().isInstance(given[0])) {
                return attributes.get(0).shape().parts(given[0]);
            }
            return given;
        }
    }

    /** The name of the entity: its simple class name unless {@code @Entity(name = …)} gives another. */
    public String entityName() {
        return declaration.entityName();
    }

    // ---- columns ----

    /**
     * The columns of a row of this class in all its tables, in order of mapping; inherited ones first. For joined inheritance the key has one
     * in each table.
     */
    public List<MappedColumn> columns() {
        return columns.all();
    }

    /** The columns of this class in one of its tables. */
    public List<MappedColumn> columns(Table table) {
        return columns.of(table);
    }

    /**
     * The column of an attribute.
     *
     * @param attribute name of a plain value
     * @return the column; for a key of joined inheritance that of the topmost table
     * @throws dev.grapnel.core.error.InvalidArgumentException if there is no such attribute, or it is a relationship
     */
    public MappedColumn column(String attribute) {
        return columns.require(this, attribute);
    }

    /** The column of an attribute in one table, or null if that table has none. */
    public @Nullable Column columnOf(String attribute, Table table) {
        MappedColumn found = columns.find(attribute, table);
        return found == null ? null : found.column();
    }

    /** The column of an attribute: in the own table if it is there, else where a superclass has it. */
    Column columnNear(String attribute) {
        Column own = columnOf(attribute, table());
        return own == null ? column(attribute).column() : own;
    }

    /** The attribute that a column of this class or a superclass holds, or null if none of them maps the column. */
    public @Nullable AttributeTracker attributeOf(Column column) {
        MappedColumn found = columns.find(InheritedColumns.own(this, column));
        return found == null ? null : found.tracker();
    }

    /** The columns of the primary key in one of the tables, in the order of {@link #keyAttributes()}. */
    public List<MappedColumn> keyColumns(Table table) {
        return columns.keys(keyAttributes(), table);
    }

    /** The key column that the database generates, in the topmost table; null if the program assigns keys. */
    public @Nullable MappedColumn generatedKey() {
        return keyColumns(tables.get(0)).stream()
                .filter(key -> key.column().isGenerated())
                .findFirst()
                .orElse(null);
    }

    /** The column of the version counter, in the topmost table; null if the class has none. */
    public @Nullable MappedColumn versionColumn() {
        AttributeTracker version = versionAttribute();
        return version == null ? null : columns.first(version.name());
    }

    /** The column that tells the class of a row, in the topmost table; null if the class is not {@link #isPolymorphic() polymorphic}. */
    public @Nullable MappedColumn discriminatorColumn() {
        AttributeTracker discriminator = discriminatorAttribute();
        return discriminator == null ? null : columns.first(discriminator.name());
    }

    /** Whether an attribute has no field. */
    public static boolean isHidden(String attribute) {
        return attribute.indexOf('#') >= 0;
    }

    // ---- relationships ----

    /**
     * How the rows of a relationship are found; known once configured.
     *
     * @param relationship of this class or a superclass
     */
    public RelationshipJoin join(Relationship relationship) {
        RelationshipJoin declared = declaring(relationship).relationships.join(relationship.name());
        return InheritedColumns.join(this, target(relationship), declared);
    }

    /** How a loaded collection is ordered; empty if it is not. Known once configured. */
    public List<AttributeOrder> orderBy(Relationship relationship) {
        return declaring(relationship).relationships.order(relationship.name());
    }

    /** Where the rows of its collections of values are; known once configured. */
    public List<ElementTable> elementTables() {
        return attachment(ElementTables.class, ElementTables::of).all();
    }

    private record ElementTables(List<ElementTable> all) {
        static ElementTables of(Mapper mapper) {
            TableMapper table = (TableMapper) mapper;
            return new ElementTables(mapper.properties().stream()
                    .filter(ElementProperty.class::isInstance)
                    .map(elements -> table.declaring(elements).relationships.elements(elements.name()))
                    .toList());
        }
    }

    private TableMapper declaring(Property property) {
        TableMapper at = this;
        while (at.type() != property.declaringType()) {
            at = Objects.requireNonNull(at.tableParent(), "property of this class");
        }
        return at;
    }

    // ---- building ----

    EntityDeclaration declaration() {
        return declaration;
    }

    TableRegistry owner() {
        return owner;
    }

    @Nullable TableMapper tableParent() {
        return (TableMapper) parent();
    }

    MappedColumns columnBook() {
        return columns;
    }

    /** Puts the class into tables. */
    void tables(Table own, List<Table> all, Set<Table> secondary) {
        this.ownTable = own;
        this.tables = List.copyOf(all);
        this.secondaryTables = Set.copyOf(secondary);
    }

    void addProperty(Property property) {
        add(property);
    }

    void identifyBy(List<String> names) {
        keyAttributes(names);
    }

    void countVersionsIn(String name) {
        versionAttribute(name);
    }

    void discriminateBy(String name, @Nullable Object value) {
        discriminator(name, value);
    }

    /** What this class knows of the relationships that it declares itself. */
    MappedRelationships ownRelationships() {
        return relationships;
    }

    /** The foreign key that a relationship of this class or a superclass says the columns of, or null if its other side does. */
    @Nullable List<ForeignKeyPart> foreignKey(String relationship) {
        List<ForeignKeyPart> own = relationships.foreignKey(relationship);
        TableMapper above = tableParent();
        if (own != null || above == null) {
            return own;
        }
        List<ForeignKeyPart> inherited = above.foreignKey(relationship);
        return inherited == null ? null : InheritedColumns.foreignKey(this, inherited);
    }

    @Override
    protected void buildProperties() {
        new PropertyBuilder(this).build();
    }

    @Override
    protected void configureStorage() {
        new JoinBuilder(this).build();
        SuperclassAttributes.note(this);
    }

    @Override
    protected void configureStorage(Relationship late) {
        new JoinBuilder(this).buildLate(late.name());
    }
}
