package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.AttributeLoader;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.ElementTracker;
import dev.grapnel.core.instrument.ElementTracker.Row;
import dev.grapnel.core.instrument.LoadStatus;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.sql.mapping.ColumnPair;
import dev.grapnel.sql.mapping.ElementTable;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.statement.Placeholders;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Loads a collection of values when it is first read. */
final class ElementLoader implements AttributeLoader {
    private final TableMapper mapper;
    private final ElementTable elements;
    private final List<Column> selected;
    private final List<DataType<?>> types = new ArrayList<>();

    private record Shape(Class<?> type, String elements) {}

    ElementLoader(TableMapper mapper, ElementTable elements) {
        this.mapper = mapper;
        this.elements = elements;
        this.selected = elements.columns()
                .subList(elements.owner().size(), elements.columns().size());
        selected.forEach(column -> types.add(column.dataType()));
    }

    @Override
    public @Nullable Object load(InstanceState state, int passive) {
        if (!state.hasKey()) {
            return LoadStatus.EMPTY;
        }
        boolean withoutSession = state.owner() == null && Passive.allows(passive, Passive.NO_RAISE);
        if (!Passive.allows(passive, Passive.SQL_OK) || withoutSession) {
            return Marker.PASSIVE_NO_RESULT;
        }
        LoadingSession session = KeyLoader.sessionOf(state, "collection " + elements.property());
        boolean autoflush = !Passive.allows(passive, Passive.NO_AUTOFLUSH);
        SelectStatement statement = new SelectStatement(
                new Shape(mapper.type(), elements.property().name()), this::select, types, key(state));
        List<Row> rows = session.announced(
                LoadRequest.ofColumns(mapper, state, null, autoflush), () -> session.read(statement, this::read));
        ElementTracker tracker = (ElementTracker)
                ClassManager.of(state).tracker(elements.property().name());
        if (state.isAbsent(tracker.index())) {
            tracker.load(state, rows);
        }
        return LoadStatus.SET;
    }

    private @Nullable Object[] key(InstanceState state) {
        @Nullable Object[] key = new Object[elements.owner().size()];
        for (int at = 0; at < key.length; at++) {
            Column column = elements.owner().get(at).remote();
            key[at] = Objects.requireNonNull(mapper.attributeOf(column), "key attribute")
                    .get(state, Passive.OFF);
        }
        return key;
    }

    private Select<?> select() {
        List<Field<?>> fields = new ArrayList<>();
        selected.forEach(column -> fields.add(column.field()));
        Condition ofOwner = DSL.noCondition();
        int position = 0;
        for (ColumnPair pair : elements.owner()) {
            ofOwner = ofOwner.and(pair.local().field().eq(Placeholders.of(pair.local(), position++)));
        }
        var select = DSL.select(fields).from(elements.table().asJooq()).where(ofOwner);
        Column key = elements.key();
        return key == null ? select : select.orderBy(key.field());
    }

    private List<Row> read(RowCursor cursor) {
        int first = elements.key() == null ? 0 : 1;
        List<Row> rows = new ArrayList<>();
        while (cursor.next()) {
            List<@Nullable Object> values = new ArrayList<>(elements.values().size());
            for (int at = first; at < selected.size(); at++) {
                values.add(cursor.value(at));
            }
            rows.add(new Row(first == 0 ? null : cursor.value(0), values));
        }
        return rows;
    }
}
