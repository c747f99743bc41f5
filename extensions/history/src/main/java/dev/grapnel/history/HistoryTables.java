package dev.grapnel.history;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The tables of the versioned classes of a registry, made when they are first asked for. Thread-safe. */
final class HistoryTables {
    private final Registry registry;
    private final List<Class<?>> types;
    private final Map<Mapper, HistoryTable> tables = new ConcurrentHashMap<>();

    HistoryTables(Registry registry, List<Class<?>> types) {
        this.registry = registry;
        this.types = types;
        registry.configure();
        types.forEach(this::require);
    }

    private void require(Class<?> type) {
        if (registry.mappers().stream().noneMatch(mapper -> type.isAssignableFrom(mapper.type()))) {
            throw new InvalidArgumentException("Cannot keep the history of " + type.getName()
                    + ": no class of the registry is one. Map it first.");
        }
    }

    Registry registry() {
        return registry;
    }

    /** The table of a class, or null if it is not versioned. */
    @Nullable HistoryTable find(Mapper mapper) {
        boolean versioned =
                mapper instanceof TableMapper && types.stream().anyMatch(type -> type.isAssignableFrom(mapper.type()));
        return versioned ? tables.computeIfAbsent(mapper, made -> new HistoryTable((TableMapper) made)) : null;
    }

    /** The tables of a class and its subclasses. */
    List<HistoryTable> require(Mapper mapper) {
        List<HistoryTable> found = new ArrayList<>();
        for (Mapper one : mapper.selfAndDescendants()) {
            HistoryTable table = find(one);
            if (table == null) {
                throw new InvalidArgumentException(
                        "Cannot read the history of " + mapper.type().getSimpleName()
                                + ": none is kept of it. Name the class in VersionedHistory.of().");
            }
            found.add(table);
        }
        return found;
    }

    List<Table> all() {
        return registry.mappers().stream()
                .map(this::find)
                .filter(Objects::nonNull)
                .map(HistoryTable::table)
                .toList();
    }
}
