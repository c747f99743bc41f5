package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.sql.mapping.declaration.KeyColumn;
import dev.grapnel.sql.mapping.declaration.SecondaryTable;
import dev.grapnel.sql.mapping.declaration.TableConstraints;
import dev.grapnel.sql.mapping.declaration.TableConstraints.IndexedColumn;
import dev.grapnel.sql.mapping.declaration.TableConstraints.IndexedColumns;
import dev.grapnel.sql.mapping.declaration.TableConstraints.UniqueColumns;
import dev.grapnel.sql.mapping.declaration.TableDeclaration;
import dev.grapnel.sql.schema.Check;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Index;
import jakarta.persistence.JoinTable;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what annotations say about tables. */
final class TableReader {
    private TableReader() {}

    static TableDeclaration read(@Nullable Table said, String entityName) {
        if (said == null) {
            return new TableDeclaration("", entityName, TableConstraints.NONE);
        }
        return new TableDeclaration(
                said.schema(),
                said.name().isEmpty() ? entityName : said.name(),
                constraints(said.uniqueConstraints(), said.indexes(), said.check(), said.comment()));
    }

    static SecondaryTable read(jakarta.persistence.SecondaryTable said) {
        TableDeclaration table = new TableDeclaration(
                said.schema(),
                said.name(),
                constraints(said.uniqueConstraints(), said.indexes(), said.check(), said.comment()));
        return new SecondaryTable(table, keyColumns(said.pkJoinColumns()));
    }

    static List<KeyColumn> keyColumns(PrimaryKeyJoinColumn[] said) {
        return Arrays.stream(said)
                .map(column -> new KeyColumn(column.name(), column.referencedColumnName()))
                .toList();
    }

    static TableConstraints constraints(JoinTable said) {
        return constraints(said.uniqueConstraints(), said.indexes(), said.check(), said.comment());
    }

    static TableConstraints constraints(CollectionTable said) {
        return constraints(said.uniqueConstraints(), said.indexes(), new CheckConstraint[0], "");
    }

    private static TableConstraints constraints(
            UniqueConstraint[] unique, Index[] indexes, CheckConstraint[] checks, String comment) {
        return new TableConstraints(
                Arrays.stream(unique)
                        .map(said -> new UniqueColumns(orNull(said.name()), List.of(said.columnNames())))
                        .toList(),
                Arrays.stream(indexes).map(TableReader::index).toList(),
                checks(checks),
                orNull(comment));
    }

    static List<Check> checks(CheckConstraint[] said) {
        return Arrays.stream(said)
                .map(check -> new Check(orNull(check.name()), check.constraint()))
                .toList();
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static IndexedColumns index(Index said) {
        List<IndexedColumn> columns = Arrays.stream(said.columnList().split(",", -1))
                .map(step -> step(said, step.strip()))
                .toList();
        return new IndexedColumns(orNull(said.name()), columns, said.unique());
    }

    private static IndexedColumn step(Index said, String step) {
        String[] words = step.split("\\s+", -1);
        String direction = words.length == 1 ? "ASC" : words[1].toUpperCase(Locale.ROOT);
        if (words[0].isEmpty() || words.length > 2 || !(direction.equals("ASC") || direction.equals("DESC"))) {
            throw new MappingException(
                    "Cannot read columnList = \"" + said.columnList() + "\" of an @Index: it has the step '" + step
                            + "'. Write steps like 'name' or 'name DESC', with commas between.");
        }
        return new IndexedColumn(words[0], direction.equals("DESC"));
    }
}
