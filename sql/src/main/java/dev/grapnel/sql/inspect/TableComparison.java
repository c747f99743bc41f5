package dev.grapnel.sql.inspect;

import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.inspect.Difference.MissingColumn;
import dev.grapnel.sql.inspect.Difference.MissingForeignKey;
import dev.grapnel.sql.inspect.Difference.MissingIndex;
import dev.grapnel.sql.inspect.Difference.MissingUnique;
import dev.grapnel.sql.inspect.Difference.NotGenerated;
import dev.grapnel.sql.inspect.Difference.UnmappedRequired;
import dev.grapnel.sql.inspect.Difference.WrongNullability;
import dev.grapnel.sql.inspect.Difference.WrongPrimaryKey;
import dev.grapnel.sql.inspect.Difference.WrongType;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ForeignKey;
import dev.grapnel.sql.schema.Index;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Named;
import org.jooq.SQLDialect;
import org.jooq.SortField;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/** One table of the mapping, and the table of that name in the database. For one thread. */
final class TableComparison {
    private final Table mapped;
    private final org.jooq.Table<?> live;
    private final NameRule names;
    private final SQLDialect dialect;
    private final TypeRules types;
    private final String where;
    private final Consumer<Difference> differences;

    TableComparison(
            Table mapped, org.jooq.Table<?> live, NameRule names, Dialect dialect, Consumer<Difference> differences) {
        this.mapped = mapped;
        this.live = live;
        this.names = names;
        this.dialect = dialect.jooq();
        this.types = TypeRules.of(this.dialect);
        this.where = Comparison.nameOf(mapped);
        this.differences = differences;
    }

    void compare() {
        mapped.columns().forEach(this::compareColumn);
        for (Field<?> field : live.fields()) {
            compareUnmapped(field);
        }
        comparePrimaryKey();
        mapped.uniqueConstraints().forEach(this::compareUnique);
        mapped.foreignKeys().forEach(this::compareForeignKey);
        mapped.details().indexes().forEach(this::compareIndex);
    }

    // ---- columns ----

    private void compareColumn(Column column) {
        Field<?> field = find(column.name());
        if (field == null) {
            differences.accept(
                    new MissingColumn(where, column.name(), shapeOf(column).toString()));
            return;
        }
        compareType(column, field.getDataType());
        compareNullability(column, field.getDataType());
        // SQLite counts up every key that is a single whole number.
        if (column.isGenerated()
                && !field.getDataType().identity()
                && dialect.family() != SQLDialect.SQLITE
                && !isFilledByDefault(field)) {
            differences.accept(new NotGenerated(where, column.name()));
        }
    }

    private @Nullable Field<?> find(String name) {
        return names.<Field<?>>find(List.of(live.fields()), name);
    }

    /** As PostgreSQL's {@code serial}, whose default is the next value of a sequence. */
    private static boolean isFilledByDefault(Field<?> field) {
        return field.getDataType().defaulted();
    }

    private void compareType(Column column, DataType<?> found) {
        ColumnShape wanted = shapeOf(column);
        ColumnShape has = ColumnShape.of(found);
        if (column.generatedAs() == null && column.definition() == null && !types.fit(wanted, has)) {
            differences.accept(new WrongType(where, column.name(), wanted.toString(), has.toString()));
        }
    }

    private static ColumnShape shapeOf(Column column) {
        return ColumnShape.of(column.dataType());
    }

    /** The columns of a primary key are never null, whatever the database says of them. */
    private void compareNullability(Column column, DataType<?> found) {
        boolean compared = !column.isPrimaryKey() && column.generatedAs() == null && column.definition() == null;
        if (compared && column.isNullable() != found.nullable()) {
            differences.accept(new WrongNullability(where, column.name(), column.isNullable()));
        }
    }

    private void compareUnmapped(Field<?> field) {
        DataType<?> type = field.getDataType();
        boolean filled = type.nullable() || type.defaulted() || type.identity() || type.computed() || type.readonly();
        boolean known = mapped.columns().stream().anyMatch(column -> names.same(column.name(), field.getName()));
        if (!known && !filled && !isKeyOfSqlite(field)) {
            differences.accept(new UnmappedRequired(
                    where, field.getName(), ColumnShape.of(type).toString()));
        }
    }

    private boolean isKeyOfSqlite(Field<?> field) {
        UniqueKey<?> key = live.getPrimaryKey();
        return dialect.family() == SQLDialect.SQLITE
                && key != null
                && namesOf(key.getFields()).contains(field.getName());
    }

    // ---- keys ----

    private void comparePrimaryKey() {
        List<String> wanted = columns(mapped.primaryKey());
        UniqueKey<?> key = live.getPrimaryKey();
        List<String> has = key == null ? List.of() : namesOf(key.getFields());
        if (!wanted.isEmpty() && !names.sameSet(wanted, has)) {
            differences.accept(new WrongPrimaryKey(where, wanted, has));
        }
    }

    private void compareUnique(List<Column> together) {
        List<String> wanted = columns(together);
        if (uniqueSets().stream().noneMatch(has -> names.sameSet(wanted, has))) {
            differences.accept(new MissingUnique(where, wanted));
        }
    }

    /** What is held to be unique, as a constraint or by an index; databases tell it in one of the two ways, or in both. */
    private List<List<String>> uniqueSets() {
        List<List<String>> sets = new ArrayList<>();
        live.getKeys().forEach(key -> sets.add(namesOf(key.getFields())));
        live.getIndexes().stream().filter(org.jooq.Index::getUnique).forEach(index -> sets.add(fieldsOf(index)));
        return sets;
    }

    private void compareForeignKey(ForeignKey key) {
        List<String> from = columns(key.columns());
        List<String> to = columns(key.targets());
        boolean there = live.getReferences().stream()
                .anyMatch(has -> names.same(
                                has.getKey().getTable().getName(),
                                key.targetTable().name())
                        && names.sameSet(
                                pairs(from, to), pairs(namesOf(has.getFields()), namesOf(has.getKeyFields()))));
        if (!there) {
            differences.accept(new MissingForeignKey(where, from, Comparison.nameOf(key.targetTable()), to));
        }
    }

    private static List<String> pairs(List<String> from, List<String> to) {
        List<String> pairs = new ArrayList<>();
        for (int at = 0; at < Math.min(from.size(), to.size()); at++) {
            pairs.add(from.get(at) + '\n' + to.get(at));
        }
        return pairs;
    }

    private void compareIndex(Index index) {
        List<String> wanted = columns(index.plainColumns());
        boolean there = live.getIndexes().stream()
                .anyMatch(has -> names.same(wanted, fieldsOf(has)) && (has.getUnique() || !index.unique()));
        if (!there && !isKey(wanted)) {
            differences.accept(new MissingIndex(where, index.name(), wanted));
        }
    }

    /** A key has an index of its own, which some databases do not list. */
    private boolean isKey(List<String> wanted) {
        return live.getKeys().stream().anyMatch(key -> names.same(wanted, namesOf(key.getFields())));
    }

    private static List<String> columns(Collection<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    private static List<String> namesOf(Collection<? extends Named> fields) {
        return fields.stream().map(Named::getName).toList();
    }

    private static List<String> fieldsOf(org.jooq.Index index) {
        return index.getFields().stream().map(SortField::getName).toList();
    }
}
