package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.annotation.GeneratedColumn;
import dev.grapnel.core.annotation.InsertDefault;
import dev.grapnel.core.annotation.InsertExpression;
import dev.grapnel.core.annotation.ServerDefault;
import dev.grapnel.core.annotation.ServerUpdate;
import dev.grapnel.core.annotation.UpdateDefault;
import dev.grapnel.core.annotation.UpdateExpression;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.mapping.BasicProperty.Source;
import dev.grapnel.sql.mapping.annotation.WrittenElement.Given;
import dev.grapnel.sql.schema.SqlDefault;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.lang.annotation.Annotation;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads where the values of a field come from that the program does not set. */
final class DefaultReader {
    private static final List<Class<? extends Annotation>> DEFAULTS =
            List.of(InsertDefault.class, InsertExpression.class, UpdateDefault.class, UpdateExpression.class);

    private final EntityField field;

    DefaultReader(EntityField field) {
        this.field = field;
    }

    /** Whether there is one for inserts or updates, besides those of the database. */
    boolean isAny() {
        return DEFAULTS.stream().anyMatch(field::has)
                || field.given(Given.INSERT_DEFAULT) != null
                || field.given(Given.UPDATE_DEFAULT) != null;
    }

    /**
     * For an INSERT.
     *
     * @param keys gives keys, or null
     */
    Source ofInsert(@Nullable Supplier<?> keys) {
        InsertDefault function = field.annotation(InsertDefault.class);
        InsertExpression text = field.annotation(InsertExpression.class);
        Annotation said = only(function, text);
        Object given =
                text != null ? expression(text, text.value()) : function != null ? given(function.value()) : keys;
        if (field.given(Given.INSERT_DEFAULT) instanceof Supplier<?> supplier) {
            given = supplier;
        }
        if (given instanceof Field<?> && said != null) {
            Column column = field.annotation(Column.class);
            requireComputable(said, column == null || column.insertable(), "insertable");
            if (field.has(GeneratedValue.class)) {
                throw field.wrong("it has @GeneratedValue and " + name(said)
                        + ", and only one of them can give the key." + " Leave one out.");
            }
        }
        return source(given, field.has(ServerDefault.class) || field.has(GeneratedColumn.class));
    }

    /** For an UPDATE. */
    Source ofUpdate() {
        UpdateDefault function = field.annotation(UpdateDefault.class);
        UpdateExpression text = field.annotation(UpdateExpression.class);
        Annotation said = only(function, text);
        Object given =
                text != null ? expression(text, text.value()) : function != null ? given(function.value()) : null;
        if (field.given(Given.UPDATE_DEFAULT) instanceof Supplier<?> supplier) {
            given = supplier;
        }
        if (said != null && field.has(Id.class)) {
            throw field.wrong(name(said) + " changes the value with each UPDATE, and the key of a row has to stay."
                    + " Leave it out.");
        }
        if (given instanceof Field<?> && said != null) {
            Column column = field.annotation(Column.class);
            requireComputable(said, column == null || column.updatable(), "updatable");
        }
        return source(given, field.has(ServerUpdate.class) || field.has(GeneratedColumn.class));
    }

    private @Nullable Annotation only(@Nullable Annotation function, @Nullable Annotation text) {
        if (function != null && text != null) {
            throw field.wrong("it has " + name(function) + " and " + name(text)
                    + ", and only one of them can give the value. Leave one out.");
        }
        return function != null ? function : text;
    }

    private Object given(Class<? extends Supplier<?>> type) {
        Supplier<?> made = make(type);
        return made instanceof SqlDefault<?> sql ? sql.get() : made;
    }

    private static Source source(@Nullable Object given, boolean store) {
        return given instanceof Field<?>
                ? new Source(null, given, store)
                : new Source((Supplier<?>) given, null, store);
    }

    private Field<?> expression(Annotation annotation, String text) {
        if (text.isBlank()) {
            throw field.wrong(name(annotation) + " has no expression. Give one, as in " + name(annotation)
                    + "(\"current_timestamp\"), or leave it out.");
        }
        return DSL.field(DSL.raw(text));
    }

    private void requireComputable(Annotation said, boolean written, String setting) {
        if (field.has(Version.class)) {
            throw field.wrong(name(said) + " has the database compute the value, and a version has to be known."
                    + " Leave it out, or let a trigger set the version with @VersionedBy(VersionedBy.Database.class).");
        }
        if (!written) {
            throw field.wrong("the statement writes what " + name(said) + " says, and the column has " + setting
                    + " = false. Leave one of them out.");
        }
    }

    private static String name(Annotation annotation) {
        return '@' + annotation.annotationType().getSimpleName();
    }

    /** An object of a class that an annotation names. */
    <D> D make(Class<D> type) {
        return make(type, "default");
    }

    <D> D make(Class<D> type, String what) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException failed) {
            throw unusable(what, type, "its constructor failed", failed.getCause());
        } catch (InaccessibleObjectException closed) {
            throw unusable(
                    what,
                    type,
                    "its package is not open to " + DefaultReader.class.getModule() + " in module-info",
                    closed);
        } catch (ReflectiveOperationException unavailable) {
            throw unusable(
                    what,
                    type,
                    "it has no constructor without arguments, or is abstract or an inner class",
                    unavailable);
        }
    }

    private MappingException unusable(String what, Class<?> type, String why, @Nullable Throwable cause) {
        return new MappingException(
                "Cannot map field " + field + ": its " + what + " " + type.getName() + " cannot be made: " + why
                        + ". Declare a static class with a constructor without arguments that works, in an open package.",
                cause);
    }
}
