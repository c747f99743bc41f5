package dev.grapnel.sql.join;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The primary key of an object as parameters of a statement. It is read when the statement is made, after the flush before it, so that a new
 * object has one by then (rule G-21).
 */
final class ObjectKey {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectKey.class);

    private final InstanceState state;
    private final Object compared;
    /** The last one read: a text that is kept knows its values by their parts, so they stay the same as long as the key does. */
    private @Nullable Bound last;

    private record Bound(@Nullable IdentityKey key, List<Param<?>> parts) {}

    /**
     * The key of an object.
     *
     * @param object of a mapped class
     * @param compared what it is compared with, for messages
     */
    ObjectKey(Object object, Object compared) {
        this.state = ClassManager.requireState(object);
        this.compared = compared;
    }

    /** A parameter for each part of the key; of nulls, to which nothing is equal, if the object has no key. */
    List<Param<?>> parts() {
        TableMapper mapper = TableMapper.of(state);
        IdentityKey key = state.hasKey() ? state.key() : mapper.identityKey(state);
        if (key == null) {
            LOG.warn(
                    "{} is compared with {}, which has no primary key, so nothing is found. Add the object to the session before the statement runs.",
                    compared,
                    state);
        }
        Bound known = last;
        if (known == null || !Objects.equals(known.key, key)) {
            known = new Bound(key, parts(mapper, key));
            last = known;
        }
        return known.parts;
    }

    private static List<Param<?>> parts(TableMapper mapper, @Nullable IdentityKey key) {
        List<Param<?>> parts = new ArrayList<>();
        for (MappedColumn column : mapper.keyColumns(mapper.tables().get(0))) {
            parts.add(DSL.val(
                    key == null ? null : key.part(parts.size()), column.column().dataType()));
        }
        return parts;
    }

    @SuppressWarnings("unchecked") // a part of the key has the type of its column
    static Condition equal(Field<?> column, Field<?> part) {
        return ((Field<Object>) column).eq((Field<Object>) part);
    }

    /** That columns have the key. */
    Condition equal(List<Field<?>> columns) {
        List<Param<?>> parts = parts();
        Condition condition = DSL.noCondition();
        for (int at = 0; at < parts.size(); at++) {
            condition = condition.and(equal(columns.get(at), parts.get(at)));
        }
        return condition;
    }

    @Override
    public String toString() {
        return state.toString();
    }
}
