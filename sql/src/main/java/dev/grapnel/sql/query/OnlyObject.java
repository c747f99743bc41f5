package dev.grapnel.sql.query;

import dev.grapnel.core.error.MultipleObjectsFoundException;
import dev.grapnel.core.error.ObjectNotFoundException;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The only object of a result that is to have one. */
final class OnlyObject {
    private OnlyObject() {}

    static <T> T require(List<T> found, TableMapper mapper, Object condition) {
        T only = find(found, mapper, condition);
        if (only == null) {
            throw new ObjectNotFoundException("Expected one " + mapper.type().getSimpleName() + " where " + condition
                    + " and found none. Use oneOrNull() if that is fine.");
        }
        return only;
    }

    static <T> @Nullable T find(List<T> found, TableMapper mapper, Object condition) {
        if (found.size() > 1) {
            throw new MultipleObjectsFoundException("Expected at most one "
                    + mapper.type().getSimpleName() + " where " + condition + " and found " + found.size()
                    + ". Narrow the condition, or use first() or list().");
        }
        return found.isEmpty() ? null : found.get(0);
    }
}
