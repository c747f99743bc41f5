package dev.grapnel.sql.inspect;

import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.inspect.Difference.MissingSequence;
import dev.grapnel.sql.inspect.Difference.MissingTable;
import dev.grapnel.sql.inspect.Difference.WrongStep;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Sequence;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * Compares the tables of a mapping with those of a database. Reads only; for one thread.
 *
 * <p>Tables and columns that the database has beyond the mapping are no difference, unless they make every insert fail. Names of constraints
 * are not compared, and neither are defaults, the digits of seconds and what a foreign key does on delete.
 */
public final class Comparison {
    private final Collection<Table> mapped;
    private final Dialect dialect;
    private final LiveSchema live;
    private final List<Difference> differences = new ArrayList<>();

    private Comparison(Collection<Table> mapped, Dialect dialect, LiveSchema live) {
        this.mapped = mapped;
        this.dialect = dialect;
        this.live = live;
    }

    /**
     * Compares.
     *
     * @param mapped tables of the mapping
     * @param jooq on a connection to the database
     * @param dialect of the database
     * @param database what it is called, for people
     * @return all differences
     * @throws dev.grapnel.core.error.DatabaseException if the schema cannot be read
     */
    public static SchemaReport of(Collection<Table> mapped, DSLContext jooq, Dialect dialect, String database) {
        Set<String> schemas = Stream.concat(
                        mapped.stream().map(Table::schema), sequences(mapped).map(Sequence::schema))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Comparison comparison = new Comparison(mapped, dialect, LiveSchema.of(jooq, dialect, schemas));
        comparison.compare();
        return new SchemaReport(database, mapped.size(), comparison.differences);
    }

    private void compare() {
        for (Table table : mapped) {
            org.jooq.Table<?> found = live.table(table.schema(), table.name());
            if (found == null) {
                differences.add(new MissingTable(nameOf(table)));
            } else {
                new TableComparison(table, found, live.names(), dialect, differences::add).compare();
            }
        }
        Set<Sequence> sequences = sequences(mapped).collect(Collectors.toCollection(LinkedHashSet::new));
        sequences.forEach(this::compare);
    }

    private static Stream<Sequence> sequences(Collection<Table> tables) {
        return tables.stream()
                .flatMap(table -> table.columns().stream())
                .map(Column::keys)
                .filter(Sequence.class::isInstance)
                .map(Sequence.class::cast);
    }

    private void compare(Sequence sequence) {
        String name = sequence.schema() == null ? sequence.name() : sequence.schema() + "." + sequence.name();
        LiveSequences.Sequence found = live.sequence(sequence.schema(), sequence.name());
        if (found == null) {
            differences.add(new MissingSequence(name));
            return;
        }
        Long step = found.step();
        if (step != null && step != sequence.block()) {
            differences.add(new WrongStep(name, sequence.block(), step));
        }
    }

    static String nameOf(Table table) {
        return table.schema() == null ? table.name() : table.schema() + "." + table.name();
    }
}
