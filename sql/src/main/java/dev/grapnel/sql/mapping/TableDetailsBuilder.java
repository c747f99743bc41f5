package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.ClosestName;
import dev.grapnel.sql.mapping.declaration.TableConstraints;
import dev.grapnel.sql.mapping.declaration.TableConstraints.IndexedColumns;
import dev.grapnel.sql.mapping.declaration.TableConstraints.UniqueColumns;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Index;
import dev.grapnel.sql.schema.Table;
import java.util.List;
import java.util.Locale;

/** Gives a table the constraints and indexes that are written about it. Runs when all its columns are there. */
final class TableDetailsBuilder {
    private final Table table;
    private final String described;

    /**
     * Begins with a table.
     *
     * @param described what is mapped, as messages are to call it
     */
    TableDetailsBuilder(Table table, String described) {
        this.table = table;
        this.described = described;
    }

    void add(TableConstraints said) {
        said.unique().forEach(this::add);
        said.indexes().forEach(this::add);
        said.checks().forEach(table.details()::add);
        if (said.comment() != null) {
            table.details().comment(said.comment());
        }
    }

    private void add(UniqueColumns said) {
        List<Column> columns = said.columns().stream()
                .map(name -> column(name, "unique constraint"))
                .toList();
        table.addUnique(columns);
        if (said.name() != null) {
            table.details().nameUnique(columns, said.name());
        }
    }

    private void add(IndexedColumns said) {
        List<Index.Step> steps = said.columns().stream()
                .map(step -> new Index.Step(column(step.name(), "index"), step.descending()))
                .toList();
        table.details().add(new Index(said.name() == null ? defaultName(steps) : said.name(), steps, said.unique()));
    }

    private String defaultName(List<Index.Step> steps) {
        StringBuilder name = new StringBuilder(table.name());
        steps.forEach(step -> name.append('_').append(step.column().name()));
        return name.append("_idx").toString().toLowerCase(Locale.ROOT);
    }

    private Column column(String name, String what) {
        Column found = table.find(name);
        if (found == null) {
            throw new MappingException("Cannot map " + described + ": its " + what + " is over column '" + name
                    + "', and table '" + table.name() + "' has no such column."
                    + ClosestName.hint(
                            name, table.columns().stream().map(Column::name).toList()));
        }
        return found;
    }
}
