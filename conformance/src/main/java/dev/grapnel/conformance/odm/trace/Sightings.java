package dev.grapnel.conformance.odm.trace;

import java.util.IdentityHashMap;
import java.util.function.Function;

/**
 * Names that things get when they are first seen, and keep.
 *
 * @param <T> kind of thing
 */
final class Sightings<T> {
    private final IdentityHashMap<T, String> names = new IdentityHashMap<>();

    /**
     * The name of a thing.
     *
     * @param thing seen
     * @param first gives the name at the first sight
     * @return its name
     */
    synchronized String name(T thing, Function<T, String> first) {
        String known = names.get(thing);
        if (known != null) {
            return known;
        }
        String name = first.apply(thing);
        names.put(thing, name);
        return name;
    }

    synchronized boolean knows(T thing) {
        return names.containsKey(thing);
    }

    /** The number that the next new thing gets, from 1. */
    synchronized int next() {
        return names.size() + 1;
    }
}
