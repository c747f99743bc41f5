package dev.grapnel.sql.inspect;

import java.util.List;
import java.util.stream.Collectors;

/**
 * All differences between a mapping and a database. Immutable.
 *
 * @param database which one was looked at, described for people
 * @param tables how many tables the mapping has
 * @param differences in the order of the tables and columns of the mapping; sequences last
 */
public record SchemaReport(String database, int tables, List<Difference> differences) {
    /** Keeps the list as it is. */
    public SchemaReport {
        differences = List.copyOf(differences);
    }

    /** {@return whether the database is as the mapping wants it} */
    public boolean isValid() {
        return differences.isEmpty();
    }

    /** {@return the report for people: a line for each difference, below a line that counts them} */
    public String print() {
        if (isValid()) {
            return "The " + database + " has all " + tables + " tables as they are mapped.";
        }
        return differences.stream()
                .map(difference -> "  " + difference.describe())
                .collect(Collectors.joining(
                        "\n",
                        "The " + database + " differs from the mapping in "
                                + (differences.size() == 1 ? "1 point" : differences.size() + " points") + ":\n",
                        ""));
    }

    @Override
    public String toString() {
        return print();
    }
}
