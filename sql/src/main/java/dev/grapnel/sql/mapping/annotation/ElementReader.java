package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.annotation.ActiveHistory;
import dev.grapnel.core.annotation.ArrayColumn;
import dev.grapnel.core.annotation.GeneratedColumn;
import dev.grapnel.core.annotation.InsertDefault;
import dev.grapnel.core.annotation.InsertExpression;
import dev.grapnel.core.annotation.Mutable;
import dev.grapnel.core.annotation.ServerDefault;
import dev.grapnel.core.annotation.ServerUpdate;
import dev.grapnel.core.annotation.UpdateDefault;
import dev.grapnel.core.annotation.UpdateExpression;
import dev.grapnel.core.instrument.CollectionKind;
import dev.grapnel.core.mapping.ElementProperty;
import dev.grapnel.sql.mapping.declaration.AttributeDeclaration;
import dev.grapnel.sql.mapping.declaration.ElementDeclaration;
import dev.grapnel.sql.mapping.declaration.ElementDeclaration.CollectionTable;
import dev.grapnel.sql.mapping.declaration.EmbeddedDeclaration;
import dev.grapnel.sql.mapping.declaration.TableConstraints;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the annotations of a field with a collection of values say. */
final class ElementReader {
    /** What a value in a column of its own may have, and one of several values may not. */
    static final List<Class<? extends Annotation>> OF_ONE_VALUE = List.of(
            Basic.class,
            InsertDefault.class,
            UpdateDefault.class,
            InsertExpression.class,
            UpdateExpression.class,
            ServerDefault.class,
            ServerUpdate.class,
            GeneratedColumn.class,
            ActiveHistory.class,
            ArrayColumn.class,
            Mutable.class);

    private final EntityField field;
    private final ElementCollection written;

    private ElementReader(EntityField field, ElementCollection written) {
        this.field = field;
        this.written = written;
    }

    /** Reads the field if it has such a collection; else refuses what only such a collection may have. */
    static @Nullable ElementDeclaration readIfAny(EntityField field) {
        ElementCollection written = field.annotation(ElementCollection.class);
        if (written != null) {
            return new ElementReader(field, written).read();
        }
        if (field.has(jakarta.persistence.CollectionTable.class)) {
            throw field.wrong(
                    "@CollectionTable is for collections of values. Leave it out, or add @ElementCollection.");
        }
        if (field.has(OrderColumn.class) && !RelationshipReader.isRelationship(field)) {
            throw field.wrong(
                    "@OrderColumn keeps the positions in a list of objects or values, and this is a plain value."
                            + " Leave it out.");
        }
        return null;
    }

    private ElementDeclaration read() {
        CollectionKind kind = kind();
        check(kind);
        OrderColumn order = field.annotation(OrderColumn.class);
        boolean eager = written.fetch() == FetchType.EAGER;
        return new ElementDeclaration(
                field.name(),
                kind,
                element(),
                kind == CollectionKind.MAP ? MapKeys.value(field, false) : null,
                order == null ? null : PlaceReader.positionColumn(field, order),
                new ElementProperty.Settings(order != null, eager),
                table());
    }

    private CollectionKind kind() {
        Class<?> type = field.type();
        if (type == List.class || type == Collection.class || SequencedTypes.isCollection(type)) {
            return CollectionKind.LIST;
        }
        if (type == Set.class) {
            return CollectionKind.SET;
        }
        if (type == Map.class) {
            return CollectionKind.MAP;
        }
        throw field.wrong("it holds several values, and " + type.getName()
                + " cannot be watched. Declare it as java.util.List, java.util.Set, java.util.Collection or java.util.Map."
                + SequencedTypes.advice(type));
    }

    private void check(CollectionKind kind) {
        if (RelationshipReader.isRelationship(field)
                || field.has(Id.class)
                || field.has(EmbeddedId.class)
                || field.has(Version.class)) {
            throw field.wrong("it has @ElementCollection, so it holds values that belong to the object."
                    + " Leave @Id, @Version and the annotations of relationships out.");
        }
        for (Class<? extends Annotation> annotation : OF_ONE_VALUE) {
            if (field.has(annotation)) {
                throw field.wrong("@" + annotation.getSimpleName()
                        + " is for a value of the object itself, and this is a collection of values. Leave it out.");
            }
        }
        if (kind != CollectionKind.LIST && field.has(OrderColumn.class)) {
            throw field.wrong("@OrderColumn keeps the order of a list, and the field is of "
                    + field.type().getName() + ". Declare it as java.util.List, or leave @OrderColumn out.");
        }
        MapKeys.check(field, kind == CollectionKind.MAP);
        if (MapKeys.ofObjects(field)) {
            throw field.wrong("@MapKeyJoinColumn is for maps of objects, and this is a map of values."
                    + " Use @MapKeyColumn, or map the elements as an entity class.");
        }
    }

    // ---- elements and keys ----

    private AttributeDeclaration element() {
        Class<?> type = written.targetClass() == void.class ? MapKeys.argument(field, true) : written.targetClass();
        EntityField whole = field.as(type);
        boolean inMap = field.type() == Map.class;
        EntityField element = inMap ? whole.with(Overrides.of(field.annotated()).below("value")) : whole;
        checkWritten(element);
        if (!EmbeddedReader.isEmbeddable(type) && !EmbeddedReader.isWritten(element)) {
            return ValueReader.read(element);
        }
        EmbeddedDeclaration embedded = EmbeddedReader.read(element);
        embedded.parts().filter(part -> part.settings().snapshots() != null).forEach(this::refuseMutable);
        return embedded;
    }

    private void refuseMutable(ValueDeclaration part) {
        throw field.wrong("its elements have part '" + part.name()
                + "' with @Mutable, and changes inside of elements are not found. Replace such elements and leave @Mutable out"
                + " (in a program mutable()), or map them as an entity class.");
    }

    private static void checkWritten(EntityField element) {
        Column column = element.annotation(Column.class);
        if (column != null
                && !(column.insertable() && column.updatable() && column.table().isEmpty())) {
            throw element.wrong(
                    "@Column of a collection of values sets insertable, updatable or table, and its values are always"
                            + " written to the table of the collection. Leave them out.");
        }
    }

    private CollectionTable table() {
        jakarta.persistence.CollectionTable table = field.annotation(jakarta.persistence.CollectionTable.class);
        return table == null
                ? new CollectionTable("", "", List.of(), TableConstraints.NONE)
                : new CollectionTable(
                        table.schema(),
                        table.name(),
                        JoinReader.columnsOfTable(field, table.joinColumns()),
                        TableReader.constraints(table));
    }
}
