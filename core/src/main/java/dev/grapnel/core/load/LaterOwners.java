package dev.grapnel.core.load;

import dev.grapnel.core.load.PostLoad.Owner;
import dev.grapnel.core.state.Enhanced;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a result of which more is loaded when it has been read, each once and in order of appearance; what was said of one last counts.
 *
 * <p>An object that was just made is not there yet, and rows of one object mostly stand side by side: only other objects are looked up.
 */
final class LaterOwners {
    private final List<Owner> all = new ArrayList<>();
    /** Where objects stand, for the first of them. */
    private final IdentityHashMap<Enhanced, Integer> places = new IdentityHashMap<>(0);

    void addNew(Enhanced object) {
        all.add(new Owner(object, true));
    }

    void add(Enhanced object, boolean overwrite) {
        int place = place(object);
        if (place < 0) {
            all.add(new Owner(object, overwrite));
        } else if (all.get(place).overwrite() != overwrite) {
            all.set(place, new Owner(object, overwrite));
        }
    }

    void addAll(LaterOwners others) {
        others.all.forEach(owner -> add(owner.object(), owner.overwrite()));
    }

    private int place(Enhanced object) {
        int last = all.size() - 1;
        if (last < 0 || all.get(last).object() == object) {
            return last;
        }
        for (int place = places.size(); place <= last; place++) {
            places.put(all.get(place).object(), place);
        }
        return places.getOrDefault(object, -1);
    }

    /** Owners with different tokens came from different stores, and so do their relationships. */
    Collection<List<Owner>> byToken() {
        if (all.stream().allMatch(owner -> Objects.equals(token(owner), token(all.get(0))))) {
            return List.of(all);
        }
        Map<@Nullable String, List<Owner>> groups = new LinkedHashMap<>(2);
        for (Owner owner : all) {
            groups.computeIfAbsent(token(owner), unused -> new ArrayList<>()).add(owner);
        }
        return groups.values();
    }

    private static @Nullable String token(Owner owner) {
        return owner.state().token();
    }
}
