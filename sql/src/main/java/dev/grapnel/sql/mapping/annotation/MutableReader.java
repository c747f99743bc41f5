package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.annotation.Mutable;
import dev.grapnel.core.value.Snapshots;
import dev.grapnel.core.value.ValueCopier;
import dev.grapnel.sql.mapping.annotation.WrittenElement.Given;
import dev.grapnel.sql.mapping.declaration.Conversion;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Converter;
import org.jspecify.annotations.Nullable;

/** Reads how changes inside of a value are found. */
final class MutableReader {
    private final EntityField field;
    private final @Nullable Conversion conversion;
    private final DefaultReader classes;

    private MutableReader(EntityField field, @Nullable Conversion conversion, DefaultReader classes) {
        this.field = field;
        this.conversion = conversion;
        this.classes = classes;
    }

    /** How it is found out that the value of a field was changed inside, or null if it is only replaced. */
    static @Nullable Snapshots read(EntityField field, @Nullable Conversion conversion, DefaultReader classes) {
        Mutable said = field.annotation(Mutable.class);
        return said == null ? null : new MutableReader(field, conversion, classes).read(said);
    }

    private Snapshots read(Mutable said) {
        if (field.has(Id.class) || field.has(Version.class)) {
            throw field.wrong("@Mutable is for data, and the field has @Id or @Version. Leave it out.");
        }
        ValueCopier<Object> copier = copier(said);
        return copier != null ? Snapshots.byCopies(copier) : known();
    }

    @SuppressWarnings("unchecked") // what it copies is looked at, or the compiler has
    private @Nullable ValueCopier<Object> copier(Mutable said) {
        if (field.given(Given.COPIER) instanceof ValueCopier<?> given) {
            return (ValueCopier<Object>) given;
        }
        if (said.copier() == ValueCopier.class) {
            return null;
        }
        requireFits(said.copier());
        return (ValueCopier<Object>) classes.make(said.copier(), "copier");
    }

    private void requireFits(Class<?> copier) {
        for (Type type : copier.getGenericInterfaces()) {
            if (type instanceof ParameterizedType generic && generic.getRawType() == ValueCopier.class) {
                Class<?> copied = TypeArguments.classOf(generic.getActualTypeArguments()[0], copier);
                if (!copied.isAssignableFrom(field.type())) {
                    throw field.wrong("its copier " + copier.getName() + " is for " + copied.getName()
                            + ", and the field is of " + field.type().getName() + ". Use a copier for that type.");
                }
            }
        }
    }

    /** Without a copier. */
    private Snapshots known() {
        ValueCopier<Object> natural = Snapshots.copierOf(field.type());
        if (natural != null) {
            return Snapshots.byCopies(natural);
        }
        if (conversion == null || field.type().isEnum()) {
            throw field.wrong("values of " + field.type().getName()
                    + " cannot be changed inside, so that there is nothing to compare. Leave @Mutable out.");
        }
        if (conversion.storedType() == conversion.attributeType()) {
            throw field.wrong(
                    "the column keeps values of "
                            + field.type().getName()
                            + " as they are, and nothing is known of how to copy them. Name a copier with @Mutable(copier = …).");
        }
        return ofStoredForm(conversion);
    }

    @SuppressWarnings("unchecked") // a conversion of the type of the field
    private static Snapshots ofStoredForm(Conversion conversion) {
        Converter<Object, Object> between = (Converter<Object, Object>) conversion.converter();
        Function<Object, Object> read = stored -> required(between.from(stored), conversion);
        Function<Object, Object> write = value -> required(between.to(value), conversion);
        ValueCopier<Object> copier = Snapshots.copierOf(conversion.storedType());
        return Snapshots.byStoredForm(copier == null ? write : write.andThen(copier::copy), read);
    }

    private static Object required(@Nullable Object converted, Conversion conversion) {
        return Objects.requireNonNull(
                converted,
                () -> "A converter of " + conversion.attributeType().getName()
                        + " made null of a value, so that changes inside of it cannot be found. Let it make an empty value instead.");
    }
}
