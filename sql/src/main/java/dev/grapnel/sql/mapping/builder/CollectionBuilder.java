package dev.grapnel.sql.mapping.builder;

import dev.grapnel.sql.mapping.annotation.WrittenElement;
import dev.grapnel.sql.mapping.annotation.WrittenElement.Given;
import jakarta.persistence.EnumType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;

/** Says how a collection of objects is mapped. */
public final class CollectionBuilder extends LinkBuilder<CollectionBuilder> {
    CollectionBuilder(WrittenElement said, Class<? extends Annotation> kind) {
        super(said, kind);
    }

    /**
     * Keeps the links in a table of their own.
     *
     * @param name of the table
     * @return this
     */
    public CollectionBuilder table(String name) {
        return say(JoinTable.class, "name", name);
    }

    /**
     * Keeps the links in a table of their own.
     *
     * @param name of the table
     * @param ownColumn the column that refers to the class with the collection
     * @param targetColumn the column that refers to the members
     * @return this
     */
    public CollectionBuilder table(String name, String ownColumn, String targetColumn) {
        table(name);
        said.append(JoinTable.class, "joinColumns", JoinColumn.class, Map.of("name", ownColumn));
        said.append(JoinTable.class, "inverseJoinColumns", JoinColumn.class, Map.of("name", targetColumn));
        return this;
    }

    /**
     * Names a column of that table that refers to the class with the collection; the next one if several columns do.
     *
     * @param name in the database
     * @param references the column that it holds
     * @return this
     */
    public CollectionBuilder ownColumn(String name, String references) {
        return linkColumn("joinColumns", name, references);
    }

    /**
     * Names a column of that table that refers to the members; the next one if several columns do.
     *
     * @param name in the database
     * @param references the column that it holds
     * @return this
     */
    public CollectionBuilder targetColumn(String name, String references) {
        return linkColumn("inverseJoinColumns", name, references);
    }

    private CollectionBuilder linkColumn(String member, String name, String references) {
        said.append(
                JoinTable.class, member, JoinColumn.class, Map.of("name", name, "referencedColumnName", references));
        return this;
    }

    /**
     * Puts that table into a schema.
     *
     * @param name of the schema
     * @return this
     */
    public CollectionBuilder tableInSchema(String name) {
        return say(JoinTable.class, "schema", name);
    }

    /**
     * Loads the members in an order.
     *
     * @param steps attributes of the members, as {@code "name, born desc"}
     * @return this
     */
    public CollectionBuilder orderBy(String steps) {
        return say(OrderBy.class, "value", steps);
    }

    /**
     * Keeps the positions of the members in a list: in the table of the links if there is one, else in that of the members.
     *
     * @param column that holds them
     * @return this
     */
    public CollectionBuilder position(String column) {
        return say(OrderColumn.class, "name", column);
    }

    /**
     * Tells the keys of a map by an attribute of the members.
     *
     * @param attribute its name
     * @return this
     */
    public CollectionBuilder keyedBy(String attribute) {
        return say(MapKey.class, "name", attribute);
    }

    /**
     * Tells the keys of a map by a function.
     *
     * @param key of a member
     * @param <E> the class of the members
     * @return this
     */
    public <E> CollectionBuilder keyedBy(Function<? super E, ?> key) {
        said.give(Given.KEY_FUNCTION, key);
        return this;
    }

    /**
     * Keeps the keys of a map in a column of their own: in the table of the links if there is one, else in that of the members.
     *
     * @param name of the column
     * @return this
     */
    public CollectionBuilder keyColumn(String name) {
        return say(MapKeyColumn.class, "name", name);
    }

    /**
     * Keeps keys in such a column that are enums by their names.
     *
     * @return this
     */
    public CollectionBuilder keysByName() {
        return say(MapKeyEnumerated.class, "value", EnumType.STRING);
    }

    /**
     * Keeps the keys of a map that are objects in a column that refers to them; the next one if they have a key of several columns.
     *
     * @param name of the column
     * @return this
     */
    public CollectionBuilder keyReference(String name) {
        said.add(MapKeyJoinColumn.class, Map.of("name", name));
        return this;
    }

    /**
     * Keeps a sorted set or map in an order of its own.
     *
     * @param order of members, or of the keys of a map
     * @param <E> the class of members or keys
     * @return this
     */
    public <E> CollectionBuilder sortedBy(Comparator<? super E> order) {
        said.give(Given.COMPARATOR, order);
        return this;
    }
}
