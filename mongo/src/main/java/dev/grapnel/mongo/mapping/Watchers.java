package dev.grapnel.mongo.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of the changes of one object, in as little memory as there can be: null for nobody, the watcher itself if there is one, and for
 * the rare object in several units of work a list of them, which is never changed.
 */
final class Watchers {
    private Watchers() {}

    static Object with(@Nullable Object known, StateWatcher joining) {
        if (known == null || known == joining) {
            return joining;
        }
        List<StateWatcher> all = all(known);
        if (all.contains(joining)) {
            return known;
        }
        List<StateWatcher> several = new ArrayList<>(all);
        several.add(joining);
        return several;
    }

    static @Nullable Object without(@Nullable Object known, StateWatcher leaving) {
        if (known == leaving) {
            return null;
        }
        if (known instanceof List<?> several) {
            List<?> left = several.stream().filter(each -> each != leaving).toList();
            return left.isEmpty() ? null : left;
        }
        return known;
    }

    static @Nullable StateWatcher first(@Nullable Object known, Predicate<StateWatcher> wanted) {
        if (known instanceof StateWatcher only) {
            return wanted.test(only) ? only : null;
        }
        for (StateWatcher each : all(known)) {
            if (wanted.test(each)) {
                return each;
            }
        }
        return null;
    }

    static void each(@Nullable Object known, Consumer<StateWatcher> told) {
        if (known instanceof StateWatcher only) {
            told.accept(only);
        } else {
            all(known).forEach(told);
        }
    }

    @SuppressWarnings("unchecked") // a list has nothing else
    private static List<StateWatcher> all(@Nullable Object known) {
        if (known == null) {
            return List.of();
        }
        return known instanceof StateWatcher only ? List.of(only) : (List<StateWatcher>) known;
    }
}
