package dev.grapnel.sql.load;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.instrument.ClosestName;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of a row as one class of a statement sees them: by attribute, and by column where no attribute has that name. */
final class RowNames {
    private final TableMapper mapper;
    private final Map<String, Place> attributes = new LinkedHashMap<>();
    private final Map<String, Place> columns = new LinkedHashMap<>();

    /**
     * Where a value is.
     *
     * @param position in the SELECT list, from zero
     * @param type of the values
     */
    record Place(int position, Class<?> type) {}

    private RowNames(TableMapper mapper) {
        this.mapper = mapper;
    }

    static RowNames of(TableMapper mapper, SelectNode node) {
        RowNames names = new RowNames(mapper);
        for (MappedColumn mapped : mapper.columns()) {
            int position = node.position(mapper, mapped.attribute());
            if (position >= 0) {
                Place place = new Place(position, mapped.column().dataType().getType());
                names.attributes.putIfAbsent(mapped.attribute(), place);
                names.columns.putIfAbsent(mapped.column().name(), place);
            }
        }
        return names;
    }

    Set<String> attributes() {
        return Collections.unmodifiableSet(attributes.keySet());
    }

    @Nullable Place find(String name) {
        Place found = attributes.get(name);
        return found == null ? columns.get(name) : found;
    }

    Place require(String name) {
        Place found = find(name);
        if (found == null) {
            throw new InvalidArgumentException("Cannot find '" + name + "' in a row of "
                    + mapper.type().getSimpleName() + ", which has " + attributes.keySet() + "."
                    + ClosestName.hint(name, attributes.keySet()));
        }
        return found;
    }

    /** Refuses a value that the attribute cannot hold. */
    Place requireFor(String name, @Nullable Object value) {
        Place found = require(name);
        if (value != null && !found.type.isInstance(value)) {
            throw new InvalidArgumentException("Cannot put a "
                    + value.getClass().getName() + " into a row of "
                    + mapper.type().getSimpleName() + " as '" + name + "': its values are of "
                    + found.type.getName() + ". Convert it before.");
        }
        return found;
    }
}
