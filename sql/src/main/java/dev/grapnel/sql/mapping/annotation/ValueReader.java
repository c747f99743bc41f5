package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.annotation.ActiveHistory;
import dev.grapnel.core.annotation.Deferred;
import dev.grapnel.core.annotation.GeneratedColumn;
import dev.grapnel.core.annotation.Load;
import dev.grapnel.core.annotation.PairedWith;
import dev.grapnel.core.annotation.PassiveDeletes;
import dev.grapnel.core.annotation.PassiveUpdates;
import dev.grapnel.core.annotation.PostUpdate;
import dev.grapnel.core.annotation.ServerDefault;
import dev.grapnel.core.annotation.SingleParent;
import dev.grapnel.core.annotation.VersionedBy;
import dev.grapnel.core.annotation.ViewOnly;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.mapping.Deferral;
import dev.grapnel.sql.mapping.annotation.WrittenElement.Given;
import dev.grapnel.sql.mapping.declaration.ColumnDeclaration;
import dev.grapnel.sql.mapping.declaration.ColumnDeclaration.Form;
import dev.grapnel.sql.mapping.declaration.ColumnDeclaration.Size;
import dev.grapnel.sql.mapping.declaration.ColumnDetails;
import dev.grapnel.sql.mapping.declaration.Conversion;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration.Role;
import dev.grapnel.sql.schema.ColumnTypes;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapsId;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads what the annotations of a field with a plain value say. */
final class ValueReader {
    private static final List<Class<? extends Annotation>> FOR_RELATIONSHIPS = List.of(
            JoinColumn.class,
            JoinColumns.class,
            JoinTable.class,
            MapKey.class,
            MapsId.class,
            OrderBy.class,
            Load.class,
            SingleParent.class,
            PassiveDeletes.class,
            PassiveUpdates.class,
            PostUpdate.class,
            PairedWith.class,
            ViewOnly.class);
    private static final Set<Class<?>> WHOLE_NUMBERS =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);

    private static final Set<Class<?>> TIMES = Set.of(Instant.class, LocalDateTime.class);

    private static final java.lang.reflect.Field[] NO_FIELDS = {};

    private final EntityField field;
    private final @Nullable Conversion conversion;
    private final DefaultReader defaults;

    private ValueReader(EntityField field) {
        this.field = field;
        this.conversion = field.conversion();
        this.defaults = new DefaultReader(field);
    }

    static ValueDeclaration read(EntityField field) {
        requireNoRelationship(field);
        return new ValueReader(field).read();
    }

    /** Refuses what only relationships may have. */
    static void requireNoRelationship(EntityField field) {
        for (Class<? extends Annotation> annotation : FOR_RELATIONSHIPS) {
            if (field.has(annotation)) {
                throw field.wrong("@" + annotation.getSimpleName()
                        + " is for relationships, and this is a plain value. Leave it out, or declare the relationship with"
                        + " @ManyToOne, @OneToMany, @OneToOne or @ManyToMany.");
            }
        }
    }

    private ValueDeclaration read() {
        checkType();
        checkOverrides();
        return new ValueDeclaration(field.name(), field.type(), role(), column(), settings(), keys().blocks());
    }

    private void checkType() {
        if (conversion == null && !ColumnTypes.isKnown(field.type())) {
            throw field.wrong(
                    "no column type is known for values of " + field.type().getName()
                            + ". Use a type that a column can hold, name a converter with @Convert, declare a relationship with @ManyToOne, @OneToMany, @OneToOne or @ManyToMany,"
                            + " or leave the field out with @Transient.");
        }
        for (java.lang.reflect.Field constant :
                field.type().isEnum() ? field.type().getDeclaredFields() : NO_FIELDS) {
            AnnotationRules.check(
                    constant, "field " + constant.getDeclaringClass().getName() + '.' + constant.getName());
        }
    }

    private void checkOverrides() {
        for (Overrides.Said said : Overrides.of(field.annotated()).all()) {
            boolean ofMap =
                    said.what() == Convert.class && List.of("key", "value").contains(said.path());
            if (field.element() == null || !ofMap) {
                throw field.wrong(said.by()
                        + (said.what() == Convert.class ? " with attributeName" : "")
                        + " is for embedded values, and this is a plain one. "
                        + (said.what() == Convert.class ? "Leave attributeName out." : "Use @Column."));
            }
        }
    }

    private Role role() {
        if (field.has(Version.class)) {
            return version();
        }
        if (!field.has(Id.class)) {
            if (field.has(GeneratedValue.class)) {
                throw field.wrong(
                        "@GeneratedValue is for keys, and the field has no @Id. Use @InsertDefault or @ServerDefault for other values.");
            }
            return Role.DATA;
        }
        return keys().role();
    }

    private Role version() {
        if (field.has(Id.class)) {
            throw field.wrong("it has @Id and @Version. Keep the version in a field of its own.");
        }
        boolean given = field.has(VersionedBy.class) || field.given(Given.NEXT_VERSION) != null;
        if (!given && !WHOLE_NUMBERS.contains(field.type()) && !TIMES.contains(field.type())) {
            throw field.wrong(
                    "a version is counted or a time, and " + field.type().getName()
                            + " is neither. Use int, long, short or their wrappers, java.time.Instant or java.time.LocalDateTime,"
                            + " or say with @VersionedBy where its values come from.");
        }
        return Role.VERSION;
    }

    private KeyGeneration keys() {
        return KeyGeneration.of(field);
    }

    // ---- column ----

    private ColumnDeclaration column() {
        Column column = field.annotation(Column.class);
        Basic basic = field.annotation(Basic.class);
        boolean required = field.has(Id.class)
                || field.has(Version.class)
                || field.type().isPrimitive()
                || (basic != null && !basic.optional())
                || (column != null && !column.nullable());
        return new ColumnDeclaration(
                column == null || column.name().isEmpty() ? field.field().getName() : column.name(),
                form(),
                column == null ? Size.DEFAULT : new Size(column.length(), column.precision(), column.scale()),
                !required,
                column != null && column.unique(),
                !isGenerated() && (column == null || column.insertable()),
                !isGenerated() && (column == null || column.updatable()),
                serverDefault(),
                generatedAs(),
                conversion,
                column == null ? "" : column.table(),
                column == null ? ColumnDetails.NONE : details(column));
    }

    static ColumnDetails details(Column column) {
        return new ColumnDetails(
                TableReader.orNull(column.columnDefinition()),
                TableReader.orNull(column.comment()),
                TableReader.checks(column.check()),
                column.secondPrecision());
    }

    private Form form() {
        if (conversion != null) {
            checkEnumerated();
            return field.has(Lob.class) ? large(conversion.storedType()) : Form.PLAIN;
        }
        Enumerated enumerated = field.annotation(Enumerated.class);
        if (ArrayConversions.elementOf(field).isEnum()) {
            return enumerated != null && enumerated.value() == EnumType.STRING ? Form.ENUM_NAME : Form.ENUM_ORDINAL;
        }
        if (enumerated != null) {
            throw field.wrong("@Enumerated is for enums, and the field is of "
                    + field.type().getName() + ". Leave it out.");
        }
        return field.has(Lob.class) ? large(field.type()) : Form.PLAIN;
    }

    /** A field of the enum says how it is kept, and this annotation may say so, too. */
    private void checkEnumerated() {
        Enumerated said = field.annotation(Enumerated.class);
        java.lang.reflect.Field value = TypeConversions.enumeratedValue(field.type());
        if (said != null && value != null && (said.value() == EnumType.STRING) != (value.getType() == String.class)) {
            throw field.wrong("@Enumerated says " + said.value() + ", and the field '" + value.getName() + "' of "
                    + field.type().getName() + " with @EnumeratedValue is of "
                    + value.getType().getSimpleName() + ". Leave @Enumerated out.");
        }
    }

    private Form large(Class<?> stored) {
        if (stored != String.class && stored != byte[].class) {
            throw field.wrong("@Lob is for text, bytes and serialisable classes, and the column holds values of "
                    + stored.getName() + ". Leave it out, or change the type.");
        }
        return Form.LARGE;
    }

    private @Nullable String serverDefault() {
        ServerDefault declared = field.annotation(ServerDefault.class);
        return declared == null ? null : declared.value();
    }

    private boolean isGenerated() {
        return field.has(GeneratedColumn.class);
    }

    private @Nullable String generatedAs() {
        GeneratedColumn declared = field.annotation(GeneratedColumn.class);
        if (declared == null) {
            return null;
        }
        if (role() != Role.DATA || defaults.isAny() || field.has(ServerDefault.class)) {
            throw field.wrong(
                    "@GeneratedColumn says that the database computes the value, so it is no key, no version and has no default."
                            + " Leave one of the annotations out.");
        }
        return declared.value();
    }

    // ---- settings ----

    private BasicProperty.Settings settings() {
        return new BasicProperty.Settings(
                deferral(),
                field.has(ActiveHistory.class),
                defaults.ofInsert(keys().values()),
                defaults.ofUpdate(),
                nextVersion(),
                MutableReader.read(field, conversion, defaults));
    }

    private @Nullable Deferral deferral() {
        Deferred said = field.annotation(Deferred.class);
        if (said == null) {
            Basic basic = field.annotation(Basic.class);
            return basic != null && basic.fetch() == FetchType.LAZY ? Deferral.ALONE : null;
        }
        if (field.has(Id.class) || field.has(Version.class)) {
            throw field.wrong(
                    "@Deferred leaves a column out of the SELECT, and keys and versions are always needed. Leave it out.");
        }
        return new Deferral(said.group(), said.raises());
    }

    @SuppressWarnings("unchecked") // it is given what it gave itself, or what stands in the field
    private @Nullable UnaryOperator<@Nullable Object> nextVersion() {
        VersionedBy source = field.annotation(VersionedBy.class);
        if (source == null) {
            return (UnaryOperator<@Nullable Object>) field.given(Given.NEXT_VERSION);
        }
        if (!field.has(Version.class)) {
            throw field.wrong("@VersionedBy is for versions, and the field has no @Version. Leave it out.");
        }
        return (UnaryOperator<@Nullable Object>) defaults.make(source.value());
    }
}
