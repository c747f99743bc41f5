package dev.grapnel.extension;

import dev.grapnel.core.mapping.Mapper;
import org.jspecify.annotations.Nullable;

/** The chains of one mapper, one for each hook; made when they are asked for, and anew when extensions have come or gone. */
final class MapperChains {
    private final Mapper mapper;
    private volatile @Nullable Made latest;

    private record Made(int version, Entry[][] byHook) {}

    private MapperChains(Mapper mapper) {
        this.mapper = mapper;
    }

    static MapperChains of(Mapper mapper) {
        return mapper.attachment(MapperChains.class, MapperChains::new);
    }

    /** The extensions that a hook asks, the nearest first; not to be changed. */
    Entry[] of(Hook<?> hook) {
        Made made = latest;
        if (made == null || made.version != Entries.version()) {
            made = make();
            latest = made;
        }
        return made.byHook[hook.index()];
    }

    private Made make() {
        int version = Entries.version();
        Entry[][] byHook = new Entry[Hooks.ALL.size()][];
        for (Hook<?> hook : Hooks.ALL) {
            byHook[hook.index()] = Entries.of(mapper, hook).toArray(Entry[]::new);
        }
        return new Made(version, byHook);
    }
}
