package dev.grapnel.sql.dialect;

import dev.grapnel.core.error.InvalidArgumentException;
import java.util.regex.Pattern;

/**
 * The statements of a two-phase commit (rule U-40), which jOOQ does not know.
 *
 * @param prepare the first phase; the name of the transaction stands for {@code ?}, as in the following two
 * @param commit the second phase
 * @param rollback undoes a prepared transaction
 * @param names a query for the names of all transactions that are prepared
 * @param endsOutside whether the second phase is refused inside of a transaction
 */
public record TwoPhase(String prepare, String commit, String rollback, String names, boolean endsOutside) {
    static final TwoPhase POSTGRES = new TwoPhase(
            "PREPARE TRANSACTION '?'",
            "COMMIT PREPARED '?'",
            "ROLLBACK PREPARED '?'",
            "SELECT gid FROM pg_prepared_xacts WHERE database = current_database() ORDER BY prepared",
            true);

    static final TwoPhase H2 = new TwoPhase(
            "PREPARE COMMIT \"?\"",
            "COMMIT TRANSACTION \"?\"",
            "ROLLBACK TRANSACTION \"?\"",
            "SELECT transaction_name FROM information_schema.in_doubt ORDER BY transaction_name",
            false);

    /** None of these needs an escape, and PostgreSQL takes 199 bytes. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:-]{1,199}");

    /**
     * The first phase.
     *
     * @param name of the transaction
     * @return the statement
     * @throws InvalidArgumentException if the name cannot stand in a statement
     */
    public String prepare(String name) {
        return with(prepare, name);
    }

    /**
     * The second phase.
     *
     * @param name of the transaction
     * @return the statement
     * @throws InvalidArgumentException if the name cannot stand in a statement
     */
    public String commit(String name) {
        return with(commit, name);
    }

    /**
     * Undoes a prepared transaction.
     *
     * @param name of the transaction
     * @return the statement
     * @throws InvalidArgumentException if the name cannot stand in a statement
     */
    public String rollback(String name) {
        return with(rollback, name);
    }

    private static String with(String statement, String name) {
        return statement.replace("?", requireName(name));
    }

    /**
     * Checks the name of a transaction.
     *
     * @param name letters, digits, and {@code . _ : -}; 199 at most
     * @return the name
     * @throws InvalidArgumentException if it is anything else
     */
    public static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidArgumentException(
                    "Cannot call a prepared transaction '" + name
                            + "': the name goes into statements. Use 1 to 199 letters, digits, dots, colons, hyphens and underscores.");
        }
        return name;
    }
}
