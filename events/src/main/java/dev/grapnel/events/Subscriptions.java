package dev.grapnel.events;

import java.util.List;

/** Listeners that end together. */
record Subscriptions(List<Subscription> parts) implements Subscription {
    @Override
    public boolean isActive() {
        return parts.stream().anyMatch(Subscription::isActive);
    }

    @Override
    public void close() {
        RuntimeException failure = null;
        for (Subscription part : parts) {
            try {
                part.close();
            } catch (RuntimeException refusal) {
                if (failure == null) {
                    failure = refusal;
                } else {
                    failure.addSuppressed(refusal);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
