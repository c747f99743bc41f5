package dev.grapnel.sql.join;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;

/** The primary key of an object as parameters of a statement. */
final class ObjectKey {
    private ObjectKey() {}

    /**
     * The key of an object.
     *
     * @param object of a mapped class
     * @param compared what it is compared with, for the message
     * @return a parameter for each part of its key
     * @throws InvalidArgumentException if it has no key yet
     */
    static List<Param<?>> of(Object object, Object compared) {
        InstanceState state = ClassManager.requireState(object);
        TableMapper mapper = TableMapper.of(state);
        IdentityKey key = state.key() != null ? state.key() : mapper.identityKey(state);
        if (key == null) {
            throw new InvalidArgumentException("Cannot compare " + compared + " with this "
                    + mapper.type().getSimpleName() + ": it has no primary key yet. Add it to the session and flush"
                    + " before the condition is made.");
        }
        List<Param<?>> parts = new ArrayList<>();
        for (MappedColumn column : mapper.keyColumns(mapper.tables().get(0))) {
            parts.add(DSL.val(key.part(parts.size()), column.column().dataType()));
        }
        return parts;
    }

    @SuppressWarnings("unchecked") // a part of the key has the type of its column
    static Condition equal(Field<?> column, Field<?> part) {
        return ((Field<Object>) column).eq((Field<Object>) part);
    }

    static Condition equal(List<Field<?>> columns, List<Param<?>> key) {
        Condition condition = DSL.noCondition();
        for (int at = 0; at < key.size(); at++) {
            condition = condition.and(equal(columns.get(at), key.get(at)));
        }
        return condition;
    }
}
