package dev.grapnel.sql.bulk;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.sql.bulk.evaluate.NotEvaluableException;
import dev.grapnel.sql.bulk.evaluate.Operand;
import dev.grapnel.sql.bulk.evaluate.OperandReader;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.persist.DeclaredExpressions;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.structure.StructureWriter;
import dev.grapnel.sql.structure.Structured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The new values of an UPDATE: those that the application gives, and those that the engine computes for each UPDATE. */
final class SetClause implements Structured {
    private final List<Assignment> assignments = new ArrayList<>();
    private final Map<MappedColumn, @Nullable Object> computed = new LinkedHashMap<>();
    private final List<DeclaredExpressions.Computed> expressed = new ArrayList<>(0);
    private final Map<MappedColumn, Field<?>> computedFields = new LinkedHashMap<>();
    private final Table table;

    private SetClause(Table table) {
        this.table = table;
    }

    /**
     * Reads the values.
     *
     * @throws InvalidArgumentException if an attribute is unknown, or they are in different tables, or there are none
     */
    static SetClause of(TableMapper mapper, Map<String, @Nullable Object> values) {
        SetClause clause = withoutComputed(mapper, values);
        clause.compute(mapper);
        return clause;
    }

    /** As {@link #of}, with the values of the application alone. */
    static SetClause withoutComputed(TableMapper mapper, Map<String, @Nullable Object> values) {
        if (values.isEmpty()) {
            throw new InvalidArgumentException("Cannot update " + mapper.type().getSimpleName()
                    + ": no value is set. Call set(attribute, value).");
        }
        Table table = mapper.column(values.keySet().iterator().next()).column().table();
        SetClause clause = new SetClause(table);
        values.forEach((attribute, value) -> clause.add(mapper, attribute, value));
        return clause;
    }

    private void add(TableMapper mapper, String attribute, @Nullable Object value) {
        MappedColumn column = mapper.column(attribute);
        if (column.column().table() != table) {
            throw new InvalidArgumentException("Cannot update " + column.property() + " in table "
                    + column.column().table() + " together with attributes in table " + table
                    + ": a statement writes one table. Use one statement for each.");
        }
        Field<?> field = value instanceof Field<?> given
                ? given
                : DSL.val(value, column.column().dataType());
        assignments.add(new Assignment(column, field, operand(mapper, field)));
    }

    private static @Nullable Operand operand(TableMapper mapper, Field<?> value) {
        try {
            return new OperandReader(mapper).read(value);
        } catch (NotEvaluableException unknown) {
            return null;
        }
    }

    private void compute(TableMapper mapper) {
        for (MappedColumn column : mapper.columns(table)) {
            Supplier<?> computing = column.property().settings().updateDefault();
            if (computing != null && !isSet(column)) {
                Object value = computing.get();
                computed.put(column, value);
                computedFields.put(column, DSL.val(value, column.column().dataType()));
            }
        }
        for (DeclaredExpressions.Computed declared :
                DeclaredExpressions.of(mapper).updated(table)) {
            if (!isSet(declared.mapped())) {
                expressed.add(declared);
            }
        }
    }

    private boolean isSet(MappedColumn column) {
        return assignments.stream().anyMatch(given -> given.column().equals(column));
    }

    /** The table that is written. */
    Table table() {
        return table;
    }

    /** The clause in jOOQ's words. */
    Map<Field<?>, Object> inJooq() {
        Map<Field<?>, Object> clause = new LinkedHashMap<>();
        assignments.forEach(part -> clause.put(part.column().column().field(), part.value()));
        computedFields.forEach((column, value) -> clause.put(column.column().field(), value));
        expressed.forEach(declared -> clause.put(
                declared.expression().column().field(), declared.expression().value()));
        return clause;
    }

    @Override
    public void describe(StructureWriter structure) {
        for (Assignment part : assignments) {
            structure.token(part.column()).part(part.value());
        }
        computedFields.forEach((column, value) -> structure.token(column).part(value));
        expressed.forEach(declared ->
                structure.token(declared.mapped()).part(declared.expression().value()));
    }

    List<Assignment> assignments() {
        return assignments;
    }

    /** The attributes that get what the mapping has the database compute. */
    List<String> expressed() {
        return expressed.stream().map(declared -> declared.mapped().attribute()).toList();
    }

    /** What the engine computed, the same for all rows. */
    Map<MappedColumn, @Nullable Object> computed() {
        return computed;
    }
}
