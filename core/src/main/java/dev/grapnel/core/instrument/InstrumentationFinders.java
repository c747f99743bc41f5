package dev.grapnel.core.instrument;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The finders of the process in the order in which they are asked; {@link InstrumentedBy} comes last.
 *
 * <p>A change counts for classes that are mapped afterwards. Thread-safe.
 */
public final class InstrumentationFinders {
    private static final List<InstrumentationFinder> FINDERS = new CopyOnWriteArrayList<>();

    private InstrumentationFinders() {}

    /**
     * Adds a finder behind those that are there.
     *
     * @param finder the finder; held until it is removed
     */
    public static void add(InstrumentationFinder finder) {
        FINDERS.add(finder);
    }

    /**
     * Takes a finder away; does nothing if it is not there. Classes mapped already stay as they are.
     *
     * @param finder the finder
     */
    public static void remove(InstrumentationFinder finder) {
        FINDERS.remove(finder);
    }

    static @Nullable InstrumentationManager find(Class<?> type) {
        for (InstrumentationFinder finder : FINDERS) {
            InstrumentationManager found = finder.find(type);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
