package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.instrument.CollectionKind;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.mapping.ElementProperty;
import dev.grapnel.core.mapping.EmbeddedProperty;
import dev.grapnel.core.mapping.Property;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.mapping.TableRegistry;
import dev.grapnel.sql.schema.CounterRow;
import dev.grapnel.sql.schema.Ddl;
import dev.grapnel.sql.schema.Tables;
import java.util.Objects;
import java.util.TreeSet;
import org.jooq.SQLDialect;

/** All that a mapping says, in words that tests can compare: the tables, and each class with its attributes. */
public final class MappingText {
    private final StringBuilder text = new StringBuilder();

    private MappingText() {}

    /** Describes what a registry maps. */
    public static String of(TableRegistry registry, Class<?>... types) {
        MappingText mapping = new MappingText();
        mapping.text.append(Ddl.of(Tables.of(registry.tables()), SQLDialect.H2).print());
        for (Class<?> type : types) {
            mapping.describe(registry.mapper(type));
        }
        return mapping.text.toString();
    }

    private void describe(TableMapper mapper) {
        line(
                "class %s named %s in %s, %s",
                simple(mapper.type()), mapper.entityName(), mapper.tables(), mapper.inheritance());
        line("  deletes confirmed %s, values of the database %s", mapper.confirmsDeletes(), mapper.eagerDefaults());
        line("  key %s, class of the key %s", mapper.keyAttributes(), simple(mapper.idClass()));
        if (mapper.versionColumn() != null) {
            line("  version %s", Objects.requireNonNull(mapper.versionColumn()).attribute());
        }
        if (mapper.isPolymorphic()) {
            line(
                    "  class told by %s of %s, here %s",
                    Objects.requireNonNull(mapper.discriminatorColumn()).column(),
                    simple(mapper.discriminatorColumn().column().javaType()),
                    mapper.discriminatorValue());
        }
        for (MappedColumn column : mapper.columns()) {
            line(
                    "  column %s of %s%s%s",
                    column.column(),
                    column.attribute(),
                    column.insertable() ? ", inserted" : "",
                    column.updatable() ? ", updated" : "");
            line("    type %s%s", column.column().dataType(), generation(column));
        }
        mapper.properties().forEach(property -> describe(mapper, property));
    }

    private static String generation(MappedColumn column) {
        return (column.column().isGenerated() ? ", identity" : "")
                + (column.column().keys() == null
                        ? ""
                        : ", keys of " + column.column().keys() + blocks(column));
    }

    private static String blocks(MappedColumn column) {
        return column.column().keys() instanceof CounterRow counter
                ? " behind " + counter.start() + " by " + counter.block() + " in " + counter.nameColumn() + " and "
                        + counter.valueColumn()
                : "";
    }

    private static String kind(CollectionKind kind) {
        return kind == null ? "reference" : kind.getClass().getSimpleName();
    }

    private void describe(TableMapper mapper, Property property) {
        if (property instanceof Relationship relationship) {
            describe(mapper, relationship);
        } else if (property instanceof ElementProperty elements) {
            line(
                    "  elements %s, %s, eager %s",
                    elements.name(), kind(elements.kind()), elements.settings().eager());
            line(
                    "    of %s, positioned %s",
                    simple(elements.elementType()), elements.settings().positioned());
        } else if (property instanceof EmbeddedProperty embedded) {
            line("  embedded %s of %s", embedded.name(), simple(embedded.shape().type()));
        } else if (property instanceof BasicProperty basic) {
            BasicProperty.Settings settings = basic.settings();
            line("  value %s of %s", basic.name(), simple(basic.javaType()));
            line(
                    "    deferred %s, active %s, default %s",
                    settings.deferred(), settings.activeHistory(), settings.insertDefault() != null);
        }
    }

    private void describe(TableMapper mapper, Relationship relationship) {
        line(
                "  relationship %s to %s, %s",
                relationship.name(), simple(relationship.targetType()), relationship.direction());
        line("    kind %s, cascades %s", kind(relationship.collection()), new TreeSet<>(relationship.cascades()));
        line("    %s", relationship.settings());
        line("    other side %s, order %s", relationship.otherSide(), mapper.orderBy(relationship));
        line("    joined by %s", mapper.join(relationship));
    }

    private static String simple(Class<?> type) {
        return type == null ? "none" : type.getSimpleName();
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(format, arguments)).append('\n');
    }
}
