package dev.grapnel.sql.query;

import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.sql.attribute.Aliased;
import dev.grapnel.sql.attribute.TypedColumn;
import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.load.RowCursor;
import dev.grapnel.sql.load.TupleShape;
import dev.grapnel.sql.mapping.EntityTables;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.structure.StructureWriter;
import dev.grapnel.sql.structure.Structured;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** What one row of a query for values and objects of several classes holds: first the columns of the objects, then the values. */
final class SelectedRow implements Structured {
    private final List<Field<?>> asked;
    private final List<Field<?>> values = new ArrayList<>();
    private final List<EntityTables> entities = new ArrayList<>(0);
    private final @Nullable TupleShape objects;

    SelectedRow(List<Field<?>> asked, TableMapper mapper, LoadOptions options) {
        this.asked = asked;
        for (Field<?> field : asked) {
            if (field instanceof Aliased<?> entity) {
                entities.add(entity.tables());
            } else {
                values.add(field);
            }
        }
        this.objects = entities.isEmpty() ? null : TupleShape.of(mapper, entities, options);
    }

    List<EntityTables> entities() {
        return entities;
    }

    List<Field<?>> fields() {
        List<Field<?>> all = new ArrayList<>(objects == null ? List.of() : objects.fields());
        all.addAll(values);
        return all;
    }

    List<DataType<?>> types() {
        List<DataType<?>> all = new ArrayList<>(objects == null ? List.of() : objects.types());
        values.forEach(field -> all.add(type(field)));
        return all;
    }

    private static DataType<?> type(Field<?> field) {
        return field instanceof TypedColumn typed ? typed.column().dataType() : field.getDataType();
    }

    org.jooq.Table<Record> from(org.jooq.Table<Record> first) {
        return objects == null ? first : objects.from(first);
    }

    @Override
    public void describe(StructureWriter structure) {
        if (objects != null) {
            structure.part(objects);
        }
        structure.parts(values);
    }

    /** Reads all rows, each with what was asked for in the order in which it was. */
    List<@Nullable Object[]> read(LoadRun run, RowCursor rows) {
        List<EntityLoader<RowCursor>> loaders = objects == null ? List.of() : objects.loaders(run);
        int firstValue = objects == null ? 0 : objects.fields().size();
        List<@Nullable Object[]> all = new ArrayList<>();
        while (rows.next()) {
            all.add(row(loaders, firstValue, rows));
        }
        return all;
    }

    /** How a portion of the rows is read. */
    ObjectStream.Portion portion(LoadRun run) {
        List<EntityLoader<RowCursor>> loaders = objects == null ? List.of() : objects.loaders(run);
        int firstValue = objects == null ? 0 : objects.fields().size();
        return new ObjectStream.Portion((rows, read) -> read.add(row(loaders, firstValue, rows)), read -> read);
    }

    /** Reads all rows of one of several databases, with the values of their order. */
    List<Object> readParts(LoadRun run, RowCursor rows, PartOrder order, Dialect dialect) {
        List<EntityLoader<RowCursor>> loaders = objects == null ? List.of() : objects.loaders(run);
        int firstValue = objects == null ? 0 : objects.fields().size();
        List<Object> all = new ArrayList<>();
        while (rows.next()) {
            all.add(order.row(row(loaders, firstValue, rows), rows, firstValue + values.size(), dialect));
        }
        return all;
    }

    private @Nullable Object[] row(List<EntityLoader<RowCursor>> loaders, int firstValue, RowCursor rows) {
        @Nullable Object[] row = new Object[asked.size()];
        int object = 0;
        int value = firstValue;
        for (int at = 0; at < row.length; at++) {
            row[at] =
                    asked.get(at) instanceof Aliased<?> ? loaders.get(object++).load(rows) : rows.value(value++);
        }
        return row;
    }
}
