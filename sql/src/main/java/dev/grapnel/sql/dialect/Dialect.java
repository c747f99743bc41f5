package dev.grapnel.sql.dialect;

import dev.grapnel.core.error.MappingException;
import java.util.EnumMap;
import java.util.Map;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * Facts about a kind of database that jOOQ does not tell. Immutable; one object for each dialect.
 *
 * <p>A database that is not listed gets cautious answers, with which every JDBC driver can work.
 */
public final class Dialect {
    /** What the JDBC protocol of PostgreSQL can number. */
    private static final int POSTGRES_PARAMETERS = 65_535;
    /** The default of SQLite's compile-time limit. */
    private static final int SQLITE_PARAMETERS = 32_766;
    /** Below the limit of every database that is not listed. */
    private static final int CAUTIOUS_PARAMETERS = 2_000;

    private static final Map<SQLDialect, Dialect> KNOWN = new EnumMap<>(SQLDialect.class);

    static {
        for (SQLDialect dialect : SQLDialect.values()) {
            KNOWN.put(dialect, make(dialect));
        }
    }

    private final SQLDialect jooq;
    private final GeneratedKeys generatedKeys;
    private final int maximumParameters;

    private Dialect(SQLDialect jooq, GeneratedKeys generatedKeys, int maximumParameters) {
        this.jooq = jooq;
        this.generatedKeys = generatedKeys;
        this.maximumParameters = maximumParameters;
    }

    private static Dialect make(SQLDialect dialect) {
        return switch (dialect.family()) {
            case H2 -> new Dialect(dialect, GeneratedKeys.BATCH_KEYS, Short.MAX_VALUE);
            case POSTGRES, YUGABYTEDB -> new Dialect(dialect, GeneratedKeys.ROWS_RETURNED, POSTGRES_PARAMETERS);
            case SQLITE -> new Dialect(dialect, GeneratedKeys.ROWS_RETURNED, SQLITE_PARAMETERS);
            case MARIADB -> new Dialect(dialect, GeneratedKeys.ROWS_RETURNED, POSTGRES_PARAMETERS);
            case MYSQL -> new Dialect(dialect, GeneratedKeys.BATCH_KEYS, POSTGRES_PARAMETERS);
            default -> new Dialect(dialect, GeneratedKeys.SINGLE_KEYS, CAUTIOUS_PARAMETERS);
        };
    }

    /**
     * The facts about a kind of database.
     *
     * @param jooq jOOQ's name for it
     * @return the facts
     */
    public static Dialect of(SQLDialect jooq) {
        Dialect known = KNOWN.get(jooq);
        return known == null ? make(jooq) : known;
    }

    /** {@return jOOQ's name, with the version if one was chosen} */
    public SQLDialect jooq() {
        return jooq;
    }

    /** {@return jOOQ's name without a version} */
    public SQLDialect family() {
        return jooq.family();
    }

    /** {@return how generated values of inserted rows come back} */
    public GeneratedKeys generatedKeys() {
        return generatedKeys;
    }

    /** {@return how rows that an UPDATE wrote come back, and those of a DELETE where {@link #returnsDeletedRows}} */
    public ChangedRows changedRows() {
        return switch (family()) {
            case POSTGRES, YUGABYTEDB, SQLITE -> ChangedRows.RETURNED;
            case H2 -> ChangedRows.DELTA_TABLE;
            default -> ChangedRows.NOT_RETURNED;
        };
    }

    /** {@return whether the rows of an INSERT of several can come back with all their columns} */
    public boolean returnsInsertedRows() {
        return changedRows() != ChangedRows.NOT_RETURNED || generatedKeys == GeneratedKeys.ROWS_RETURNED;
    }

    /** {@return whether the rows of a DELETE can come back} */
    public boolean returnsDeletedRows() {
        return changedRows() != ChangedRows.NOT_RETURNED || family() == SQLDialect.MARIADB;
    }

    /** {@return whether what an INSERT or UPDATE gives back shows what triggers made of the row} */
    public boolean returnsWorkOfTriggers() {
        return family() != SQLDialect.SQLITE && changedRows() != ChangedRows.NOT_RETURNED;
    }

    /** {@return how many parameters fit into one statement} */
    public int maximumParameters() {
        return maximumParameters;
    }

    /** {@return whether a failed statement makes all further ones fail until a rollback, at least to a savepoint} */
    public boolean errorAbortsTransaction() {
        return family() == SQLDialect.POSTGRES || family() == SQLDialect.YUGABYTEDB;
    }

    /** {@return the statements of a two-phase commit, or null if there are none} */
    public @Nullable TwoPhase twoPhase() {
        return switch (family()) {
            case POSTGRES -> TwoPhase.POSTGRES;
            case H2 -> TwoPhase.H2;
            default -> null;
        };
    }

    /** {@return whether it knows sequences} */
    public boolean hasSequences() {
        return family() != SQLDialect.SQLITE && family() != SQLDialect.MYSQL;
    }

    /**
     * Refuses a sequence where there are none.
     *
     * @param sequence described for people
     * @throws MappingException if the database knows none
     */
    public void requireSequences(Object sequence) {
        if (!hasSequences()) {
            throw new MappingException("Cannot use " + sequence + ": " + this
                    + " has no sequences. Let it count keys with @GeneratedValue(strategy = GenerationType.IDENTITY),"
                    + " or use GenerationType.TABLE or UUID.");
        }
    }

    /** {@return whether a column can hold an array} */
    public boolean hasArrays() {
        return switch (family()) {
            case POSTGRES, YUGABYTEDB, H2, HSQLDB, DUCKDB, TRINO -> true;
            default -> false;
        };
    }

    /**
     * Refuses an array where there are none.
     *
     * @param column described for people
     * @throws MappingException if a column cannot hold one
     */
    public void requireArrays(Object column) {
        if (!hasArrays()) {
            throw new MappingException("Cannot keep column " + column + " as an array: " + this
                    + " has no arrays. Keep the elements in a table of their own with @ElementCollection, or all of"
                    + " them in one text or JSON document with @Convert.");
        }
    }

    /**
     * {@return whether jOOQ casts each parameter to its type, which the database needs only where nothing else tells that} In a condition such a cast
     * is computed for each row.
     */
    public boolean castsParametersForNothing() {
        return family() == SQLDialect.H2;
    }

    /** {@return whether statements are worth keeping with their connection, since the driver takes long to prepare one it had before} */
    public boolean preparesSlowly() {
        return family() == SQLDialect.H2 || family() == SQLDialect.POSTGRES;
    }

    /** {@return whether a transaction may be left to begin with the first statement that needs it} Beginning and committing are cheap within one process. */
    public boolean beginsLate() {
        return family() == SQLDialect.POSTGRES;
    }

    /**
     * {@return whether a statement goes on using the tables of the schema that its connection was in when it was prepared} Others look the names up again when
     * the connection is in another one.
     */
    public boolean preparesForOneSchema() {
        return family() == SQLDialect.H2;
    }

    /** {@return how many keys go into one parameter: in the way that finds their rows fastest} */
    public KeyArrays keyArrays() {
        return switch (family()) {
            // Both look through a list again for each row, PostgreSQL in a plan that is made for all values.
            case H2 -> KeyArrays.JOINED;
            case POSTGRES -> KeyArrays.SELECTED;
            default -> KeyArrays.NONE;
        };
    }

    /** {@return whether many new rows can go as one array for each column, in a single execution} */
    public boolean takesRowsAsArrays() {
        return family() == SQLDialect.POSTGRES;
    }

    /** {@return how many rows are updated in a single execution} */
    public UpdateArrays updateArrays() {
        return switch (family()) {
            case H2 -> UpdateArrays.MERGED;
            case POSTGRES -> UpdateArrays.FROM;
            default -> UpdateArrays.NONE;
        };
    }

    /** {@return whether several transactions can write at the same time} */
    public boolean writesInParallel() {
        return family() != SQLDialect.SQLITE;
    }

    /** {@return whether it knows savepoints} */
    public boolean hasSavepoints() {
        return family() != SQLDialect.TRINO && family() != SQLDialect.DUCKDB;
    }

    /** {@return whether rows written while a result is being read appear in it} */
    public boolean showsNewRowsInOpenResults() {
        return family() == SQLDialect.SQLITE;
    }

    /** {@return whether a table that others refer to can be dropped with their foreign keys} */
    public boolean dropsForeignKeysWithTables() {
        return family() != SQLDialect.SQLITE && !isMySqlLike();
    }

    /** {@return whether times and UUIDs are kept as text, since the database has no types for them} */
    public boolean keepsTimesAsText() {
        return family() == SQLDialect.SQLITE;
    }

    /** {@return whether there are no times with an offset, so that a point in time is kept as date and time in UTC} */
    public boolean keepsInstantsInUtc() {
        return isMySqlLike();
    }

    /** {@return whether what other databases call a schema is a catalog in the words of JDBC} */
    public boolean callsSchemasCatalogs() {
        return isMySqlLike();
    }

    /** {@return whether a subquery of IN may have a limit; elsewhere it has to stand in the FROM of another one} */
    public boolean takesLimitsInConditions() {
        return !isMySqlLike();
    }

    private boolean isMySqlLike() {
        return family() == SQLDialect.MARIADB || family() == SQLDialect.MYSQL;
    }

    /** {@return whether jOOQ's text does not depend on the values of parameters, as it does where they are cast} */
    public boolean rendersValuesAlike() {
        return switch (family()) {
            case H2, POSTGRES, YUGABYTEDB, SQLITE, MYSQL, MARIADB -> true;
            default -> false;
        };
    }

    /** {@return whether nulls are sorted as if they were greater than all values} */
    public boolean nullsAreGreatest() {
        return switch (family()) {
            case POSTGRES, YUGABYTEDB, DERBY -> true;
            default -> false;
        };
    }

    /** {@return the locks of rows that a SELECT can take} */
    public RowLocks rowLocks() {
        return switch (family()) {
            case POSTGRES, YUGABYTEDB, MYSQL -> RowLocks.ALL;
            case H2, MARIADB -> RowLocks.FOR_UPDATE;
            case SQLITE -> RowLocks.NONE;
            default -> RowLocks.FOR_UPDATE_WAITING;
        };
    }

    @Override
    public String toString() {
        return jooq.getName();
    }
}
