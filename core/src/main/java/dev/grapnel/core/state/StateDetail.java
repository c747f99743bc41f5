package dev.grapnel.core.state;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rarely needed part of a state, made on first use, so that a clean loaded object does not pay for it. */
final class StateDetail {
    @Nullable Map<Integer, PendingMutation> pending;

    @Nullable Map<Integer, Object> emptyCollections;

    /** In order of the first link: it decides in which order parents are written. */
    @Nullable Map<Object, @Nullable InstanceState> parents;

    @Nullable Map<Integer, Object> loaders;

    @Nullable Object loadOrigin;

    @Nullable Object @Nullable [] constructionArguments;

    boolean orphanedOutsideSession;

    Map<Integer, PendingMutation> pending() {
        if (pending == null) {
            pending = new HashMap<>();
        }
        return pending;
    }

    Map<Integer, Object> emptyCollections() {
        if (emptyCollections == null) {
            emptyCollections = new HashMap<>();
        }
        return emptyCollections;
    }

    Map<Object, @Nullable InstanceState> parents() {
        if (parents == null) {
            parents = new LinkedHashMap<>(4);
        }
        return parents;
    }

    Map<Integer, Object> loaders() {
        if (loaders == null) {
            loaders = new HashMap<>();
        }
        return loaders;
    }
}
