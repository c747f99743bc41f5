package dev.grapnel.sql.statement;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.Configuration;
import org.jooq.Converter;
import org.jooq.ConverterContext;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.ExecuteContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jspecify.annotations.Nullable;

/** One value of a row on its way through a jOOQ binding of the user's own, outside of a query that jOOQ runs. For one read. */
final class BoundRead<U> implements BindingGetResultSetContext<U> {
    private final DSLContext jooq;
    private final Field<U> field;
    private final ResultSet rows;
    private final int position;
    private final Consumer<@Nullable U> sink;

    private BoundRead(DSLContext jooq, Field<U> field, ResultSet rows, int position, Consumer<@Nullable U> sink) {
        this.jooq = jooq;
        this.field = field;
        this.rows = rows;
        this.position = position;
        this.sink = sink;
    }

    /** Reads values of a type as its binding says. */
    @SuppressWarnings("unchecked") // the binding of a type makes values of that type
    static <U> ColumnReader reader(DSLContext jooq, DataType<U> type) {
        Field<U> field = DSL.field("?", type);
        Binding<?, U> binding = (Binding<?, U>) type.getBinding();
        return (rows, position) -> {
            @Nullable Object[] read = new @Nullable Object[1];
            binding.get(new BoundRead<>(jooq, field, rows, position, value -> read[0] = value));
            return read[0];
        };
    }

    @Override
    public ResultSet resultSet() {
        return rows;
    }

    @Override
    public int index() {
        return position;
    }

    @Override
    public Field<U> field() {
        return field;
    }

    @Override
    public void value(@Nullable U value) {
        sink.accept(value);
    }

    @Override
    @SuppressWarnings("unchecked") // what the field is of is not asked on the way
    public <T> BindingGetResultSetContext<T> convert(Converter<? super T, ? extends U> converter) {
        return new BoundRead<>(jooq, (Field<T>) field, rows, position, value -> sink.accept(converter.from(value)));
    }

    @Override
    public ConverterContext converterContext() {
        return Internal.converterContext();
    }

    @Override
    public ExecuteContext executeContext() {
        throw new UnsupportedOperationException("No statement of jOOQ's is running.");
    }

    // ---- where it happens ----

    @Override
    public Instant creationTime() {
        return jooq.creationTime();
    }

    @Override
    public Configuration configuration() {
        return jooq.configuration();
    }

    @Override
    public DSLContext dsl() {
        return jooq;
    }

    @Override
    public Settings settings() {
        return jooq.settings();
    }

    @Override
    public SQLDialect dialect() {
        return jooq.dialect();
    }

    @Override
    public SQLDialect family() {
        return jooq.family();
    }

    @Override
    public Map<Object, Object> data() {
        return jooq.data();
    }

    @Override
    public @Nullable Object data(Object key) {
        return jooq.data(key);
    }

    @Override
    public @Nullable Object data(Object key, Object value) {
        return jooq.data(key, value);
    }
}
