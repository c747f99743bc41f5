package dev.grapnel.sql.mapping.declaration;

import dev.grapnel.core.instrument.CollectionKind;
import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.core.mapping.Relationship;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is written about a relationship.
 *
 * @param name of the attribute
 * @param target the class it refers to
 * @param kind how many refer to how many
 * @param collection the kind of collection, or null for a single reference
 * @param cascades what follows it
 * @param settings how it is loaded, and more
 * @param mappedBy the attribute of the target that has the columns, or null if this one has
 * @param pairedWith the attribute of the target that is kept in step although it does not say so, or null
 * @param optional whether a reference may be null
 * @param columns the foreign key columns, as far as something is said about them
 * @param table the association table, or null if nothing is said about one
 * @param keyPart the attribute of the own key that is the key of the target ({@code @MapsId}); empty: the only one; null: none
 * @param order how a loaded collection is ordered; null: not at all; empty: by primary key
 * @param place where the place of each member is kept, or null if places are not kept
 */
public record LinkDeclaration(
        String name,
        Class<?> target,
        Kind kind,
        @Nullable CollectionKind collection,
        Set<CascadeType> cascades,
        Relationship.Settings settings,
        @Nullable String mappedBy,
        @Nullable String pairedWith,
        boolean optional,
        List<ForeignKeyColumn> columns,
        @Nullable AssociationTable table,
        @Nullable String keyPart,
        @Nullable List<Order> order,
        @Nullable PlaceDeclaration place)
        implements AttributeDeclaration {
    /** The key part of a reference that is the key itself, or a part of it, without fields beside it. */
    public static final String OWN_KEY = "#";

    /** How many refer to how many. */
    public enum Kind {
        /** Many to one. */
        MANY_TO_ONE,
        /** One to one. */
        ONE_TO_ONE,
        /** One to many. */
        ONE_TO_MANY,
        /** Many to many. */
        MANY_TO_MANY
    }

    /**
     * What is written about one column of a foreign key.
     *
     * @param name of the column; empty if it is to be made up
     * @param references the column of the other table; empty for its primary key
     * @param nullable whether it may be empty
     * @param unique whether no two rows may have the same
     * @param insertable whether an INSERT writes it
     * @param updatable whether an UPDATE writes it
     * @param enforced whether the database is to check it
     * @param constraint the name of the foreign key; empty if the database is to give one
     * @param details what is said for the statement that creates it
     */
    public record ForeignKeyColumn(
            String name,
            String references,
            boolean nullable,
            boolean unique,
            boolean insertable,
            boolean updatable,
            boolean enforced,
            String constraint,
            ColumnDetails details) {
        /** A column that nothing is said about. */
        public static final ForeignKeyColumn UNSAID =
                new ForeignKeyColumn("", "", true, false, true, true, true, "", ColumnDetails.NONE);
    }

    /**
     * What is written about an association table.
     *
     * @param schema it is in; empty for that of the connection
     * @param name of the table; empty if it is to be made up
     * @param ownColumns the columns that refer to the class with the relationship
     * @param targetColumns the columns that refer to its target
     * @param constraints what is said beside columns and keys
     */
    public record AssociationTable(
            String schema,
            String name,
            List<ForeignKeyColumn> ownColumns,
            List<ForeignKeyColumn> targetColumns,
            TableConstraints constraints) {
        /** A table that nothing is said about. */
        public static final AssociationTable UNSAID =
                new AssociationTable("", "", List.of(), List.of(), TableConstraints.NONE);
    }

    /**
     * One step of the order in which a collection is loaded.
     *
     * @param attribute of the elements
     * @param descending whether the greatest comes first
     */
    public record Order(String attribute, boolean descending) {}

    /** Whether the reference is the key of its class, or a part of it. */
    public boolean isKey() {
        return OWN_KEY.equals(keyPart);
    }

    /** Whether this side has the columns. */
    public boolean isOwning() {
        return mappedBy == null;
    }

    /** Whether the foreign key is in the table of this class. */
    public boolean hasOwnKey() {
        return isOwning() && (kind == Kind.MANY_TO_ONE || kind == Kind.ONE_TO_ONE);
    }

    /** Whether the foreign key is in the table of the target, and no attribute of the target says so. */
    public boolean hasForeignKey() {
        return isOwning() && kind == Kind.ONE_TO_MANY && !columns.isEmpty();
    }

    /** Whether the place of each member stands in the table of the target. */
    public boolean hasPlaceInTarget() {
        return place != null && !hasTable();
    }

    /** Whether the links are in a table of their own. */
    public boolean hasTable() {
        return kind == Kind.MANY_TO_MANY || (isOwning() && kind == Kind.ONE_TO_MANY && columns.isEmpty());
    }
}
