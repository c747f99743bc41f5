package dev.grapnel.core.instrument;

import java.io.Serializable;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The order of a sorted collection in a stream of Java serialisation. The reader's mapping has the last word; what was written counts only
 * for a collection that belongs to no mapped object there.
 */
record SortOrder(@Nullable Comparator<?> comparator) implements Serializable {

    static SortOrder written(@Nullable Comparator<?> order) {
        return new SortOrder(order instanceof Serializable ? order : null);
    }

    @SuppressWarnings("unchecked") // an order of the elements or keys of the attribute
    <E> @Nullable Comparator<? super E> read(CollectionAdapter adapter) {
        Comparator<?> order =
                adapter.isReleased() ? comparator : adapter.attribute().kind().order();
        return (Comparator<? super E>) order;
    }
}
