package dev.grapnel.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SubscriptionTest {
    private final Trace trace = new Trace();
    private final SampleTarget target = SampleTarget.alone("target");

    @Test
    void closingRemovesTheListener() {
        Watcher<Object> listener = trace.as("x");
        Subscription subscription = Events.on(target).ping(listener);

        subscription.close();

        assertThat(trace.ofPing(target)).isEmpty();
        assertThat(Events.on(target).contains(SampleEvents.PING, listener)).isFalse();
    }

    @Test
    void subscriptionIsActiveUntilItIsClosed() {
        Subscription subscription = Events.on(target).ping(trace.as("x"));

        assertThat(subscription.isActive()).isTrue();
        subscription.close();
        assertThat(subscription.isActive()).isFalse();
    }

    @Test
    void removalDeactivatesTheSubscription() {
        Watcher<Object> listener = trace.as("x");
        Subscription subscription = Events.on(target).ping(listener);

        Events.on(target).remove(SampleEvents.PING, listener);

        assertThat(subscription.isActive()).isFalse();
    }

    @Test
    void closingTwiceDoesNothing() {
        Subscription subscription = Events.on(target).ping(trace.as("x"));
        subscription.close();

        assertThatCode(subscription::close).doesNotThrowAnyException();
    }

    @Test
    void closingTwiceDoesNotRemoveALaterRegistrationOfTheListener() {
        Watcher<Object> listener = trace.as("x");
        Subscription subscription = Events.on(target).ping(listener);
        subscription.close();
        Events.on(target).ping(listener);

        subscription.close();

        assertThat(trace.ofPing(target)).containsExactly("x");
    }

    @Test
    void blockLimitsTheLifeOfAListener() {
        try (Subscription during = Events.on(target).ping(trace.as("x"))) {
            assertThat(during.isActive()).isTrue();
            target.ping();
        }
        target.ping();

        assertThat(trace.entries()).containsExactly("x");
    }

    @Test
    @Tag("E-8")
    void spentOnceListenerStaysRegistered() {
        Subscription subscription = Events.on(target).once().ping(trace.as("x"));
        target.ping();

        assertThat(subscription.isActive()).isTrue();
    }

    @Test
    void severalTogetherAreActiveUntilTheLastIsClosed() {
        Subscription first = Events.on(target).ping(trace.as("x"));
        Subscription second = Events.on(target).ping(trace.as("y"));
        Subscription both = Subscription.together(List.of(first, second));

        first.close();
        assertThat(both.isActive()).isTrue();
        both.close();

        assertThat(both.isActive()).isFalse();
        assertThat(trace.ofPing(target)).isEmpty();
    }

    @Test
    void severalTogetherAreAllClosedAlsoIfClosingOneFails() {
        IllegalStateException refusal = new IllegalStateException("no");
        Subscription listening = Events.on(target).ping(trace.as("x"));
        Subscription all =
                Subscription.together(List.of(refusing(refusal), refusing(new IllegalStateException()), listening));

        assertThatThrownBy(all::close).isSameAs(refusal);
        assertThat(refusal.getSuppressed()).hasSize(1);
        assertThat(listening.isActive()).isFalse();
    }

    private static Subscription refusing(RuntimeException refusal) {
        return new Subscription() {
            @Override
            public boolean isActive() {
                return true;
            }

            @Override
            public void close() {
                throw refusal;
            }
        };
    }
}
