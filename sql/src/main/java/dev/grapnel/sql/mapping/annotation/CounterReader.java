package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.sql.schema.CounterRow;
import jakarta.persistence.TableGenerator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads which row of which table counts keys. */
final class CounterReader {
    private static final String TABLE = "key_counters";
    private static final String NAME_COLUMN = "name";
    private static final String VALUE_COLUMN = "last_key";
    private static final int BLOCK = 50;

    private CounterReader() {}

    static CounterRow read(EntityField field, String generator) {
        TableGenerator said = find(field, generator);
        if (said != null) {
            return declared(field, said);
        }
        if (!generator.isEmpty()) {
            throw field.wrong("its generator '" + generator + "' is not declared. Put @TableGenerator(name = \""
                    + generator + "\") onto the field or the class.");
        }
        return new CounterRow(TABLE, null, NAME_COLUMN, VALUE_COLUMN, defaultName(field), 0, BLOCK);
    }

    /** The generator of a name, or the first if none is named; null if there is none. */
    static @Nullable TableGenerator find(EntityField field, String name) {
        List<TableGenerator> all = KeyGeneration.declared(field, TableGenerator.class);
        return all.stream()
                .filter(said -> name.isEmpty() || said.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static CounterRow declared(EntityField field, TableGenerator said) {
        if (said.allocationSize() < 1) {
            throw field.wrong("the allocationSize of its counter is " + said.allocationSize()
                    + ". Use how many keys are to be taken at once, at least 1.");
        }
        String fallback = said.name().isEmpty() ? defaultName(field) : said.name();
        return new CounterRow(
                or(said.table(), TABLE),
                said.schema().isEmpty() ? null : said.schema(),
                or(said.pkColumnName(), NAME_COLUMN),
                or(said.valueColumnName(), VALUE_COLUMN),
                or(said.pkColumnValue(), fallback),
                said.initialValue(),
                said.allocationSize());
    }

    private static String or(String said, String otherwise) {
        return said.isEmpty() ? otherwise : said;
    }

    private static String defaultName(EntityField field) {
        return field.entity().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
