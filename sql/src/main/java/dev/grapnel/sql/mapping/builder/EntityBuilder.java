package dev.grapnel.sql.mapping.builder;

import dev.grapnel.core.annotation.EagerDefaults;
import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.mapping.annotation.WrittenElement;
import dev.grapnel.sql.mapping.annotation.WrittenEntity;
import dev.grapnel.sql.mapping.declaration.EntitySettings;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says how an entity class is mapped. Attributes are named by typed constants ({@code Contact_.name}), by getters ({@code Contact::getName}) or by
 * the names of their fields; fields that are not named are not persistent.
 *
 * @param <T> the class
 */
public final class EntityBuilder<T> extends RelationshipsBuilder<T> {
    private final WrittenElement said = new WrittenElement().with(Entity.class);
    private boolean oneByOne;
    private boolean orphanIfAllLetGo;
    private boolean confirmsDeletes = true;
    private EagerDefaults.@Nullable When eagerDefaults;
    private final List<Function<Class<T>, Subscription>> listeners = new ArrayList<>(0);

    EntityBuilder(Class<T> type) {
        super(type);
    }

    WrittenEntity written() {
        return new WrittenEntity(
                type(), said, fields(), new EntitySettings(oneByOne, orphanIfAllLetGo, confirmsDeletes, eagerDefaults));
    }

    // ---- tables ----

    /**
     * Names the entity; otherwise it is called like the class.
     *
     * @param name unlike those of others
     */
    public void named(String name) {
        said.with(Entity.class, "name", name);
    }

    /**
     * Names the table; otherwise it is called like the entity.
     *
     * @param name in the database
     */
    public void table(String name) {
        said.with(Table.class, "name", name);
    }

    /**
     * Names the table and the schema it is in.
     *
     * @param schema in the database
     * @param name in the database
     */
    public void table(String schema, String name) {
        said.with(Table.class, "schema", schema);
        table(name);
    }

    /**
     * Describes the table for people who look into the database.
     *
     * @param text the comment
     */
    public void comment(String text) {
        said.with(Table.class, "comment", text);
    }

    /**
     * Allows each combination of values once.
     *
     * @param name of the constraint
     * @param columns of the table
     */
    public void unique(String name, String... columns) {
        said.append(
                Table.class, "uniqueConstraints", UniqueConstraint.class, Map.of("name", name, "columnNames", columns));
    }

    /**
     * Has the database find rows by some columns.
     *
     * @param name of the index
     * @param columns as {@code "name, born desc"}
     */
    public void index(String name, String columns) {
        said.append(Table.class, "indexes", Index.class, Map.of("name", name, "columnList", columns));
    }

    /**
     * Holds each row to a condition.
     *
     * @param name of the constraint
     * @param sql an expression of the database
     */
    public void check(String name, String sql) {
        said.append(Table.class, "check", CheckConstraint.class, Map.of("name", name, "constraint", sql));
    }

    /**
     * Adds a further table, which has a part of each row.
     *
     * @param name in the database
     * @param keyColumns its columns that are the key; none, if they are called as those of the main table
     */
    public void secondaryTable(String name, String... keyColumns) {
        Map<String, Object> members = new LinkedHashMap<>(Map.of("name", name));
        members.put(
                "pkJoinColumns",
                Arrays.stream(keyColumns)
                        .map(column -> WrittenElement.annotation(PrimaryKeyJoinColumn.class, Map.of("name", column)))
                        .toArray(PrimaryKeyJoinColumn[]::new));
        said.add(SecondaryTable.class, members);
    }

    // ---- key and version ----

    /**
     * Maps the primary key, or a part of it.
     *
     * @param field its name
     * @return for saying more
     */
    public KeyBuilder<Object> id(String field) {
        return new KeyBuilder<>(field(field));
    }

    /**
     * Maps the version, which tells whether somebody else has changed the row.
     *
     * @param field its name
     * @return for saying more
     */
    public VersionBuilder<Object> version(String field) {
        return new VersionBuilder<>(field(field));
    }

    /**
     * Maps the primary key, or a part of it.
     *
     * @param attribute that stands for it
     * @param <V> its type
     * @return for saying more
     */
    public <V> KeyBuilder<V> id(Attribute<? super T, V> attribute) {
        return new KeyBuilder<>(field(FieldName.of(attribute)));
    }

    /**
     * Maps the version, which tells whether somebody else has changed the row.
     *
     * @param attribute that stands for it
     * @param <V> its type
     * @return for saying more
     */
    public <V> VersionBuilder<V> version(Attribute<? super T, V> attribute) {
        return new VersionBuilder<>(field(FieldName.of(attribute)));
    }

    /**
     * Maps the primary key, or a part of it.
     *
     * @param getter as {@code Contact::getId}
     * @param <V> its type
     * @return for saying more
     */
    public <V> KeyBuilder<V> id(Getter<T, V> getter) {
        return new KeyBuilder<>(field(FieldName.of(getter)));
    }

    /**
     * Maps the version, which tells whether somebody else has changed the row.
     *
     * @param getter as {@code Contact::getId}
     * @param <V> its type
     * @return for saying more
     */
    public <V> VersionBuilder<V> version(Getter<T, V> getter) {
        return new VersionBuilder<>(field(FieldName.of(getter)));
    }

    /**
     * Maps a primary key that is a value of several columns.
     *
     * @param field its name
     * @param key the class of the key
     * @param parts says which fields of that class are mapped, and how; of a record all
     * @param <K> the class of the key
     */
    public <K> void embeddedId(String field, Class<K> key, Consumer<EmbeddedBuilder<K>> parts) {
        field(field).with(EmbeddedId.class).parts(partsOf(key, parts));
    }

    /**
     * Names a class that has the parts of a key of several fields, to find objects by.
     *
     * @param key with fields of the same names
     */
    public void idClass(Class<?> key) {
        said.with(IdClass.class, "value", key);
    }

    // ---- inheritance ----

    /**
     * Says where objects of subclasses are kept; for the class that heads the hierarchy.
     *
     * @param strategy in which tables
     */
    public void inheritance(InheritanceType strategy) {
        said.with(Inheritance.class, "strategy", strategy);
    }

    /**
     * Names the column that tells the class of a row; for the class that heads the hierarchy.
     *
     * @param column in the database
     * @param type of its values
     */
    public void discriminator(String column, DiscriminatorType type) {
        said.with(DiscriminatorColumn.class, "name", column);
        said.with(DiscriminatorColumn.class, "discriminatorType", type);
    }

    /**
     * Says what stands in that column for this class; otherwise the name of the entity.
     *
     * @param value as text
     */
    public void discriminatorValue(String value) {
        said.with(DiscriminatorValue.class, "value", value);
    }

    /**
     * Names the column that is the key of the own table of a joined subclass; the next one if the key has several columns.
     *
     * @param name in the database
     */
    public void keyColumn(String name) {
        said.add(PrimaryKeyJoinColumn.class, Map.of("name", name));
    }

    // ---- listening ----

    /**
     * Adds listeners that belong to the mapping. They are added just before the class is mapped, so that they hear of that too, and removed
     * when its registry is disposed.
     *
     * <pre>{@code
     * m.listeners(type -> Extensions.add(type, new Stamp(), new Audit()));
     * }</pre>
     *
     * @param add adds them to the class; called once for each registry
     */
    public void listeners(Function<Class<T>, Subscription> add) {
        listeners.add(add);
    }

    List<Function<Class<T>, Subscription>> listeners() {
        return listeners;
    }

    // ---- flushing ----

    /** Writes each object before the next is looked at, instead of in batches. */
    public void saveOneByOne() {
        oneByOne = true;
    }

    /** Counts a new object as an orphan only if all its parents let it go. */
    public void orphanIfAllLetGo() {
        orphanIfAllLetGo = true;
    }

    /** Does not care whether a row to be deleted is gone already. */
    public void unconfirmedDeletes() {
        confirmsDeletes = false;
    }

    /**
     * Says when values that the database makes come into objects.
     *
     * @param when with the statement, or when they are read
     */
    public void eagerDefaults(EagerDefaults.When when) {
        eagerDefaults = when;
    }
}
