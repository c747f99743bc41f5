package dev.grapnel.core.flush.execute;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.WriteScope;
import dev.grapnel.core.store.WriteScopes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Things to write, parted by the store they go to; each part keeps the order.
 *
 * @param <T> what is written
 */
final class ByStore<T> {
    private final IdentityHashMap<WriteScope, List<T>> parts = new IdentityHashMap<>(2);
    private final Set<WriteScope> order = new LinkedHashSet<>(2);

    /**
     * Parts things.
     *
     * @param things what is written
     * @param base root of the hierarchy
     * @param subject the object that says where it goes
     * @param scopes the stores
     */
    ByStore(Collection<T> things, Mapper base, Function<? super T, InstanceState> subject, WriteScopes scopes) {
        if (scopes.isOne() && !things.isEmpty()) {
            WriteScope only = scopes.of(base, subject.apply(things.iterator().next()));
            order.add(only);
            parts.put(only, things instanceof List<T> list ? list : new ArrayList<>(things));
            return;
        }
        WriteScope last = null;
        List<T> part = new ArrayList<>();
        for (T thing : things) {
            WriteScope scope = scopes.of(base, subject.apply(thing));
            if (scope != last) {
                order.add(scope);
                part = parts.computeIfAbsent(scope, unused -> new ArrayList<>(things.size()));
                last = scope;
            }
            part.add(thing);
        }
    }

    /** The stores, in the order in which they were met. */
    Set<WriteScope> scopes() {
        return order;
    }

    List<T> of(WriteScope scope) {
        return parts.getOrDefault(scope, List.of());
    }
}
