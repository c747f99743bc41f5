package dev.grapnel.examples.history;

import dev.grapnel.core.instrument.SetEvent;
import dev.grapnel.events.Events;

/**
 * Keeps every former price.
 *
 * <p>The listener puts a new object into the list of the article; that is enough. The object learns its article by the other side of the
 * relationship, and enters the session by cascade.
 */
final class PriceHistory {
    private PriceHistory() {}

    /** Begins to keep former prices. */
    static void keep() {
        // Active history: after a commit the value is not in memory, and without this nobody would load it for being
        // replaced.
        Events.on(Article_.cents).activeHistory().onSet(PriceHistory::keepFormer);
    }

    private static void keepFormer(SetEvent<Article, Integer> event) {
        Integer former = event.oldValue();
        if (former != null && !former.equals(event.value())) {
            event.target().formerPrices.add(new FormerPrice(former));
        }
    }
}
