package dev.grapnel.sql.inspect;

import dev.grapnel.core.error.ErrorCode;
import dev.grapnel.core.error.GrapnelException;

/** A database is not as the mapping wants it. */
public final class SchemaMismatchException extends GrapnelException {
    private static final long serialVersionUID = 1L;

    private final transient SchemaReport report;

    /**
     * Shows all differences.
     *
     * @param report with one difference at least
     */
    public SchemaMismatchException(SchemaReport report) {
        super(
                ErrorCode.SCHEMA_MISMATCH,
                "Cannot work with this database. " + report.print()
                        + "\nMigrate the database to the mapping, or correct the mapping.",
                null);
        this.report = report;
    }

    /** {@return all differences} */
    public SchemaReport report() {
        return report;
    }
}
