package dev.grapnel.extension;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.MapperRegistry;
import dev.grapnel.events.Subscription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/** All extensions of mappers, by what they were added to. */
final class Entries {
    private static final ClassValue<Entries> OF_CLASSES = new ClassValue<>() {
        @Override
        protected Entries computeValue(Class<?> type) {
            return new Entries(Place.of(type));
        }
    };
    private static final Map<MapperRegistry, Entries> OF_REGISTRIES = new WeakHashMap<>();
    private static final Entries OF_ALL = new Entries(Place.everywhere());
    private static final Object LOCK = new Object();
    private static volatile int version;

    private final Place place;
    private List<Entry> entries = List.of();

    private Entries(Place place) {
        this.place = place;
    }

    static Entries of(Class<?> type) {
        return OF_CLASSES.get(type);
    }

    static Entries of(MapperRegistry registry) {
        synchronized (LOCK) {
            return OF_REGISTRIES.computeIfAbsent(registry, unused -> new Entries(Place.everywhere()));
        }
    }

    static Entries ofAll() {
        return OF_ALL;
    }

    /** A number that changes whenever extensions come or go. */
    static int version() {
        return version;
    }

    // ---- adding ----

    /** Adds extensions behind those that are here. */
    Subscription add(List<? extends MapperExtension<?>> extensions) {
        List<Entry> added = new ArrayList<>();
        extensions.forEach(extension -> added.add(new Entry(extension)));
        synchronized (LOCK) {
            List<Entry> grown = new ArrayList<>(entries);
            grown.removeIf(entry -> !entry.isActive());
            grown.addAll(added);
            added.forEach(entry -> entry.listen(place));
            replace(grown);
        }
        return Subscription.together(added.stream().map(this::subscription).toList());
    }

    private Subscription subscription(Entry entry) {
        return new Subscription() {
            @Override
            public boolean isActive() {
                return entry.isActive();
            }

            @Override
            public void close() {
                remove(entry);
            }
        };
    }

    private void remove(Entry entry) {
        synchronized (LOCK) {
            entry.close();
            List<Entry> left = new ArrayList<>(entries);
            left.remove(entry);
            replace(left);
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // written under the lock
    private void replace(List<Entry> changed) {
        entries = List.copyOf(changed);
        version++;
    }

    // ---- finding ----

    /** What a mapper has for a hook in the order of rule L-5, each extension once. */
    static List<Entry> of(Mapper mapper, Hook<?> hook) {
        Map<MapperExtension<?>, Entry> found = new LinkedHashMap<>();
        synchronized (LOCK) {
            for (Entries at : placesOf(mapper)) {
                at.entries.stream()
                        .filter(entry -> entry.listensTo(hook))
                        .forEach(entry -> found.putIfAbsent(entry.extension(), entry));
            }
        }
        return List.copyOf(found.values());
    }

    private static List<Entries> placesOf(Mapper mapper) {
        List<Entries> places = new ArrayList<>();
        withSupertypes(mapper.type()).forEach(type -> places.add(of(type)));
        Entries ofRegistry = OF_REGISTRIES.get(mapper.registry());
        if (ofRegistry != null) {
            places.add(ofRegistry);
        }
        places.add(OF_ALL);
        return places;
    }

    private static Set<Class<?>> withSupertypes(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            all.add(at);
        }
        for (Class<?> known : List.copyOf(all)) {
            addInterfaces(known, all);
        }
        return all;
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> all) {
        for (Class<?> wider : type.getInterfaces()) {
            all.add(wider);
            addInterfaces(wider, all);
        }
    }
}
