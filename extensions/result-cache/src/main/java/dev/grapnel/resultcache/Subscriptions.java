package dev.grapnel.resultcache;

import dev.grapnel.events.Subscription;
import java.util.List;

/** Listeners that end together. */
record Subscriptions(List<Subscription> parts) implements Subscription {
    @Override
    public boolean isActive() {
        return parts.stream().anyMatch(Subscription::isActive);
    }

    @Override
    public void close() {
        parts.forEach(Subscription::close);
    }
}
