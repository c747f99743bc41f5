package dev.grapnel.resultcache;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.MapperRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The regions of the classes whose objects are kept, and the moments of their changes. Thread-safe. */
final class Regions {
    private final List<Class<?>> types;
    private final Map<Class<?>, Region> regions = new ConcurrentHashMap<>();
    private final AtomicLong moment = new AtomicLong();

    Regions(List<Class<?>> types) {
        this.types = types;
    }

    /** The region of a class, or null if its objects are not kept. */
    @Nullable Region find(Mapper mapper) {
        Class<?> root = mapper.base().type();
        return types.stream().anyMatch(type -> type.isAssignableFrom(root) || root.isAssignableFrom(type))
                ? regions.computeIfAbsent(root, type -> new Region(type.getName()))
                : null;
    }

    Region require(MapperRegistry registry, Class<?> type) {
        Region region = find(registry.require(type));
        if (region == null) {
            throw new InvalidArgumentException("Cannot keep the result of a query that reads " + type.getSimpleName()
                    + ": changes of that class are not followed. Name it in ResultCache.of().");
        }
        return region;
    }

    void requireMapped(MapperRegistry registry) {
        for (Class<?> type : types) {
            if (registry.mappers().stream().noneMatch(mapper -> type.isAssignableFrom(mapper.type()))) {
                throw new InvalidArgumentException("Cannot keep objects of " + type.getName()
                        + ": no class of the registry is one. Map it, or leave it out.");
            }
        }
    }

    long now() {
        return moment.get();
    }

    long next() {
        return moment.incrementAndGet();
    }
}
