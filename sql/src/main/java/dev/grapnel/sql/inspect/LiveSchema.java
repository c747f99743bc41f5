package dev.grapnel.sql.inspect;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.inspect.LiveSequences.Sequence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Meta;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** The tables and sequences that a database has in some of its schemas, as jOOQ reads them. Read once; for one thread. */
final class LiveSchema {
    private final DSLContext jooq;
    private final Meta meta;
    private final NameRule names;
    private final String current;
    private @Nullable List<Table<?>> tables;
    private @Nullable List<Sequence> sequences;

    private LiveSchema(DSLContext jooq, Meta meta, NameRule names, String current) {
        this.jooq = jooq;
        this.meta = meta;
        this.names = names;
        this.current = current;
    }

    /**
     * Prepares to read.
     *
     * @param jooq on a connection
     * @param dialect of the database
     * @param schemas those of interest besides the current one
     * @return the schema, not read yet
     */
    static LiveSchema of(DSLContext jooq, Dialect dialect, Set<String> schemas) {
        return jooq.connectionResult(connection -> {
            NameRule names = new NameRule(ignoresCase(connection, dialect));
            String current = current(connection, dialect);
            Set<String> wanted = schemas.stream().map(names::key).collect(Collectors.toSet());
            wanted.add(names.key(current));
            Meta all = jooq.meta();
            Meta some = all.filterSchemas(schema -> wanted.contains(names.key(schema.getName())));
            return new LiveSchema(jooq, some, names, current);
        });
    }

    /** H2 does so if it is told to, and the others with all names of columns. */
    private static boolean ignoresCase(Connection connection, Dialect dialect) throws SQLException {
        return switch (dialect.family()) {
            case SQLITE, MARIADB, MYSQL -> true;
            default -> !connection.getMetaData().supportsMixedCaseQuotedIdentifiers();
        };
    }

    private static String current(Connection connection, Dialect dialect) throws SQLException {
        String name = switch (dialect.family()) {
            case SQLITE -> null;
            default -> dialect.callsSchemasCatalogs() ? connection.getCatalog() : connection.getSchema();
        };
        return name == null ? "" : name;
    }

    NameRule names() {
        return names;
    }

    /** The tables of all schemas of interest. */
    List<Table<?>> tables() {
        List<Table<?>> read = tables;
        if (read == null) {
            read = reading(() -> List.copyOf(meta.getTables()));
            tables = read;
        }
        return read;
    }

    /** A table, or null if there is none. */
    @Nullable Table<?> table(@Nullable String schema, String name) {
        for (Table<?> table : tables()) {
            if (names.same(table.getName(), name)
                    && isIn(table.getSchema() == null ? "" : table.getSchema().getName(), schema)) {
                return table;
            }
        }
        return null;
    }

    /** A sequence, or null if there is none. */
    @Nullable Sequence sequence(@Nullable String schema, String name) {
        List<Sequence> read = sequences;
        if (read == null) {
            read = reading(() -> LiveSequences.read(jooq, meta, current));
            sequences = read;
        }
        for (Sequence sequence : read) {
            if (names.same(sequence.name(), name) && isIn(sequence.schema(), schema)) {
                return sequence;
            }
        }
        return null;
    }

    private boolean isIn(String live, @Nullable String wanted) {
        return names.same(live, wanted == null ? current : wanted);
    }

    private static <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (DataAccessException failure) {
            throw new DatabaseException(
                    "Cannot read the schema of the database: " + failure.getMessage()
                            + ". Check that the user may see its tables.",
                    failure);
        }
    }
}
