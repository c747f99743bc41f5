package dev.grapnel.sql.attribute;

import dev.grapnel.sql.join.MappedClasses;
import dev.grapnel.sql.mapping.TableMapper;
import java.sql.SQLException;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * How a value is written and read if its Java type does not tell: whether an enum is kept by name or by position, only the mapped column
 * knows, and that is not there yet when the constant of the attribute is made.
 *
 * @param <V> the type of the value
 */
final class LateBinding<V> implements Binding<Object, V> {
    private static final long serialVersionUID = 1L;

    private final Class<?> owner;
    private final String attribute;
    private final Class<V> type;

    private LateBinding(Class<?> owner, String attribute, Class<V> type) {
        this.owner = owner;
        this.attribute = attribute;
        this.type = type;
    }

    static <V> DataType<V> typeOf(Class<?> owner, String attribute, Class<V> type) {
        return SQLDataType.OTHER.asConvertedDataType(new LateBinding<>(owner, attribute, type));
    }

    @SuppressWarnings("unchecked") // the column of the attribute holds values of its type
    private Binding<Object, V> bound() {
        TableMapper mapper = MappedClasses.anyMapperOf(owner, owner.getSimpleName() + '.' + attribute);
        return (Binding<Object, V>) mapper.column(attribute).column().dataType().getBinding();
    }

    @Override
    public Converter<Object, V> converter() {
        return new LateConverter();
    }

    @Override
    public void sql(BindingSQLContext<V> context) throws SQLException {
        bound().sql(context);
    }

    @Override
    public void register(BindingRegisterContext<V> context) throws SQLException {
        bound().register(context);
    }

    @Override
    public void set(BindingSetStatementContext<V> context) throws SQLException {
        bound().set(context);
    }

    @Override
    public void set(BindingSetSQLOutputContext<V> context) throws SQLException {
        bound().set(context);
    }

    @Override
    public void get(BindingGetResultSetContext<V> context) throws SQLException {
        bound().get(context);
    }

    @Override
    public void get(BindingGetStatementContext<V> context) throws SQLException {
        bound().get(context);
    }

    @Override
    public void get(BindingGetSQLInputContext<V> context) throws SQLException {
        bound().get(context);
    }

    private final class LateConverter implements Converter<Object, V> {
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("NullAway") // a value that is not there is null on both sides
        public @Nullable V from(@Nullable Object stored) {
            return bound().converter().from(stored);
        }

        @Override
        @SuppressWarnings("NullAway")
        public @Nullable Object to(@Nullable V value) {
            return bound().converter().to(value);
        }

        @Override
        public Class<Object> fromType() {
            return Object.class;
        }

        @Override
        public Class<V> toType() {
            return type;
        }
    }
}
