package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.sql.mapping.declaration.ColumnDeclaration;
import dev.grapnel.sql.mapping.declaration.ColumnDeclaration.Form;
import dev.grapnel.sql.mapping.declaration.ColumnDeclaration.Size;
import dev.grapnel.sql.mapping.declaration.ColumnDetails;
import dev.grapnel.sql.mapping.declaration.Conversion;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration.ForeignKeyColumn;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import dev.grapnel.sql.schema.ColumnTypes;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.EnumType;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyClass;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MapKeyTemporal;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.List;

/** Reads what is said about the keys of a map that stand in columns of their own. */
@SuppressWarnings("deprecation") // classes written before java.time have @MapKeyTemporal
final class MapKeys {
    private static final List<Class<? extends Annotation>> OF_VALUES =
            List.of(MapKeyColumn.class, MapKeyEnumerated.class, MapKeyTemporal.class);

    private MapKeys() {}

    /** Whether keys are objects. */
    static boolean ofObjects(EntityField field) {
        return field.annotated().getAnnotationsByType(MapKeyJoinColumn.class).length > 0;
    }

    /** Whether keys are kept in columns of their own. */
    static boolean isAny(EntityField field) {
        return ofObjects(field)
                || field.has(MapKeyClass.class)
                || OF_VALUES.stream().anyMatch(field::has);
    }

    /** Fails if something is said about keys, and there are none, or it contradicts itself. */
    static void check(EntityField field, boolean isMap) {
        if (!isMap && isAny(field)) {
            throw field.wrong(
                    "@MapKeyColumn, @MapKeyJoinColumn, @MapKeyEnumerated, @MapKeyTemporal and @MapKeyClass are for maps, and the field is of "
                            + field.type().getName() + ". Leave them out.");
        }
        if (isAny(field) && (field.has(MapKey.class) || field.has(dev.grapnel.core.annotation.KeyedBy.class))) {
            throw field.wrong("it has @MapKey or @KeyedBy, which take the key from the element, and "
                    + "an annotation for a key of its own. Decide for one.");
        }
        if (ofObjects(field) && OF_VALUES.stream().anyMatch(field::has)) {
            throw field.wrong(
                    "it has @MapKeyJoinColumn for keys that are objects, and an annotation for keys that are values."
                            + " Decide for one.");
        }
    }

    // ---- keys that are values ----

    /** The column of the keys. */
    static ValueDeclaration value(EntityField field, boolean nullable) {
        Class<?> type = type(field);
        Conversion conversion = field.as(type)
                .with(Overrides.of(field.annotated()).below("key"))
                .conversionOfKey();
        if (conversion == null && !ColumnTypes.isKnown(type)) {
            throw field.wrong("its keys are of " + type.getName()
                    + ", and no column type is known for such values. Use a type that a column can hold.");
        }
        MapKeyColumn column = field.annotation(MapKeyColumn.class);
        return new ValueDeclaration(
                field.name(),
                type,
                ValueDeclaration.Role.DATA,
                new ColumnDeclaration(
                        column == null || column.name().isEmpty() ? field.name() + "_KEY" : column.name(),
                        form(field, type, conversion != null),
                        column == null ? Size.DEFAULT : new Size(column.length(), column.precision(), column.scale()),
                        nullable && column != null && column.nullable(),
                        false,
                        true,
                        true,
                        null,
                        null,
                        conversion,
                        "",
                        column == null ? ColumnDetails.NONE : details(column.columnDefinition())),
                dev.grapnel.core.mapping.BasicProperty.Settings.PLAIN,
                null);
    }

    private static Form form(EntityField field, Class<?> type, boolean converted) {
        MapKeyEnumerated enumerated = field.annotation(MapKeyEnumerated.class);
        boolean byName = enumerated != null && enumerated.value() == EnumType.STRING;
        return !type.isEnum() || converted ? Form.PLAIN : byName ? Form.ENUM_NAME : Form.ENUM_ORDINAL;
    }

    private static ColumnDetails details(String definition) {
        return new ColumnDetails(TableReader.orNull(definition), null, List.of(), -1);
    }

    // ---- keys that are objects ----

    /** What is said about the columns that refer to them. */
    static List<ForeignKeyColumn> columns(EntityField field) {
        MapKeyJoinColumn[] said = field.annotated().getAnnotationsByType(MapKeyJoinColumn.class);
        return Arrays.stream(said)
                .map(column -> new ForeignKeyColumn(
                        column.name().isEmpty() && said.length == 1 ? field.name() + "_KEY" : column.name(),
                        column.referencedColumnName(),
                        column.nullable(),
                        false,
                        true,
                        true,
                        column.foreignKey().value() != ConstraintMode.NO_CONSTRAINT,
                        column.foreignKey().name(),
                        details(column.columnDefinition())))
                .toList();
    }

    // ---- types ----

    /** The class of the keys. */
    static Class<?> type(EntityField field) {
        MapKeyClass said = field.annotation(MapKeyClass.class);
        return said == null ? argument(field, false) : said.value();
    }

    /** A type argument of the field: the last, or the first. */
    static Class<?> argument(EntityField field, boolean last) {
        if (field.genericType() instanceof ParameterizedType generic) {
            int count = generic.getActualTypeArguments().length;
            Class<?> found =
                    TypeArguments.classOf(generic.getActualTypeArguments()[last ? count - 1 : 0], field.entity());
            if (found != Object.class) {
                return found;
            }
        }
        throw field.wrong("the type of its elements is not known, because "
                + field.type().getSimpleName()
                + " has no type argument. Declare it like List<String> or Map<String, String>.");
    }
}
