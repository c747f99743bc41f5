package dev.grapnel.sql.schema;

import dev.grapnel.sql.dialect.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jooq.Constraint;
import org.jooq.CreateTableElementListStep;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;

/**
 * The statements that create and drop tables on one kind of database. Immutable.
 *
 * <p>Foreign keys stand in the table; those that close a circle are added behind all tables, where the database can (SQLite cannot,
 * and lets a table refer to a later one).
 */
public final class Ddl {
    private final Tables tables;
    private final DSLContext context;
    private final SQLDialect dialect;
    private final DetailDdl details;

    private Ddl(Tables tables, SQLDialect dialect) {
        this.tables = tables;
        this.dialect = dialect;
        this.context = JooqContexts.rendering(dialect);
        this.details = new DetailDdl(context, dialect);
    }

    /**
     * The statements for some tables.
     *
     * @param tables what to create or drop
     * @param dialect for which database
     * @return the statements, not rendered yet
     */
    public static Ddl of(Tables tables, SQLDialect dialect) {
        return new Ddl(tables, dialect);
    }

    /** {@return the statements that create all tables, in order} */
    public List<String> create() {
        return create(new LinkedHashSet<>(tables.sorted()));
    }

    /**
     * The statements that create some of the tables.
     *
     * @param missing those to create; the others are there already
     * @return the statements in order
     */
    public List<String> create(Set<Table> missing) {
        List<String> statements = new ArrayList<>();
        for (Sequence sequence : sequences()) {
            statements.add(context.renderInlined(createSequence(sequence)));
        }
        for (Table table : tables.sorted()) {
            if (missing.contains(table)) {
                statements.add(plainTypes(table, context.render(createTable(table))));
                table.columns().stream()
                        .filter(this::isAddedLater)
                        .forEach(column -> statements.add(context.render(addGenerated(column))));
                statements.addAll(details.after(table));
            }
        }
        for (ForeignKey key : tables.closing()) {
            if (missing.contains(key.table()) && !inTable(key)) {
                statements.add(context.render(addForeignKey(key)));
            }
        }
        return statements;
    }

    /** {@return the statements that drop all tables if they are there, those first that refer to others} */
    public List<String> drop() {
        List<String> statements = new ArrayList<>();
        List<Table> sorted = tables.sorted();
        for (int at = sorted.size() - 1; at >= 0; at--) {
            statements.add(context.render(dropTable(sorted.get(at))));
        }
        if (Dialect.of(dialect).hasSequences()) {
            sequences()
                    .forEach(sequence ->
                            statements.add(context.render(context.dropSequenceIfExists(sequence.asJooq()))));
        }
        return statements;
    }

    /** {@return all statements that create, each ended by a semicolon, for people to read} */
    public String print() {
        StringBuilder text = new StringBuilder();
        create().forEach(statement -> text.append(statement).append(";\n"));
        return text.toString();
    }

    private Set<Sequence> sequences() {
        Set<Sequence> found = new LinkedHashSet<>();
        for (Table table : tables.sorted()) {
            table.columns().stream()
                    .map(Column::keys)
                    .filter(Sequence.class::isInstance)
                    .forEach(keys -> found.add((Sequence) keys));
        }
        return found;
    }

    private Query createSequence(Sequence sequence) {
        Dialect.of(dialect).requireSequences(sequence);
        return context.createSequenceIfNotExists(sequence.asJooq())
                .startWith(sequence.first())
                .incrementBy(sequence.block());
    }

    private Query createTable(Table table) {
        CreateTableElementListStep step = context.createTableIfNotExists(table.asJooq());
        for (Column column : table.columns()) {
            if (!isAddedLater(column)) {
                step = step.column(
                        DSL.name(column.name()), column.definition() == null ? typeOf(column) : said(column));
            }
        }
        return step.constraints(constraintsOf(table));
    }

    /** What the mapping says in the words of the database. */
    private DataType<?> said(Column column) {
        String definition = Objects.requireNonNull(column.definition());
        DataType<?> type = new DefaultDataType<>(dialect, Object.class, definition);
        boolean saysSo = definition.toLowerCase(Locale.ROOT).contains("not null");
        return column.isNullable() || saysSo ? type : type.notNull();
    }

    /** For SQLite jOOQ quotes the names of types that it does not know. */
    private String plainTypes(Table table, String statement) {
        String plain = statement;
        for (Column column : table.columns()) {
            String definition = column.definition();
            if (definition != null) {
                plain = plain.replace(context.render(DSL.name(definition)), definition);
            }
        }
        return plain;
    }

    private DataType<?> typeOf(Column column) {
        if (ColumnTypes.isArray(column.dataType().getFromType())) {
            Dialect.of(dialect).requireArrays(column);
        }
        DataType<?> type = generated(column, withDefault(column, StoredTypes.of(column, dialect)));
        return column.isGenerated() ? type.identity(true) : type;
    }

    private static <T> DataType<T> withDefault(Column column, DataType<T> type) {
        String text = column.serverDefault();
        // In parentheses an expression of any kind is allowed everywhere.
        return text == null ? type : type.default_(DSL.field("(" + text + ")", type));
    }

    /** A generated column is a part of the type's name, since jOOQ has no words for it in all its editions. */
    private DataType<?> generated(Column column, DataType<?> type) {
        return column.generatedAs() == null
                ? type
                : new DefaultDataType<>(dialect, Object.class, generation(column, type)).null_();
    }

    private String generation(Column column, DataType<?> type) {
        String how =
                type.getCastTypeName(context.configuration()) + " generated always as (" + column.generatedAs() + ")";
        return dialect.family() == SQLDialect.POSTGRES ? how + " stored" : how;
    }

    /** For SQLite jOOQ quotes the names of types that it does not know. */
    private boolean isAddedLater(Column column) {
        return column.generatedAs() != null && dialect.family() == SQLDialect.SQLITE;
    }

    private Query addGenerated(Column column) {
        return context.query(
                "alter table {0} add column {1} {2}",
                column.table().asJooq(),
                DSL.name(column.name()),
                DSL.raw(generation(column, StoredTypes.of(column, dialect))));
    }

    private List<Constraint> constraintsOf(Table table) {
        List<Constraint> constraints = new ArrayList<>();
        if (!table.primaryKey().isEmpty()) {
            constraints.add(DSL.primaryKey(namesOf(table.primaryKey())));
        }
        table.uniqueConstraints()
                .forEach(columns ->
                        constraints.add(DetailDdl.constraint(table.details().uniqueName(columns))
                                .unique(namesOf(columns))));
        constraints.addAll(DetailDdl.checks(table));
        table.foreignKeys().stream().filter(this::inTable).forEach(key -> constraints.add(constraint(key)));
        return constraints;
    }

    private boolean inTable(ForeignKey key) {
        return dialect.family() == SQLDialect.SQLITE || !tables.closing().contains(key);
    }

    private Query addForeignKey(ForeignKey key) {
        return context.alterTable(key.table().asJooq()).add(constraint(key));
    }

    private static Constraint constraint(ForeignKey key) {
        var step = DetailDdl.constraint(key.table().details().foreignKeyName(key))
                .foreignKey(namesOf(key.columns()))
                .references(key.targetTable().asJooq(), namesOf(key.targets()));
        return key.onDeleteCascade() ? step.onDeleteCascade() : step;
    }

    private Query dropTable(Table table) {
        var step = context.dropTableIfExists(table.asJooq());
        // Takes the foreign keys of a circle along.
        return Dialect.of(dialect).dropsForeignKeysWithTables() ? step.cascade() : step;
    }

    private static Field<?>[] namesOf(List<Column> columns) {
        return columns.stream()
                .map(column -> DSL.field(DSL.name(column.name())))
                .toArray(Field<?>[]::new);
    }
}
