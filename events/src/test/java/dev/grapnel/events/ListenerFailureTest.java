package dev.grapnel.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ListenerFailureTest {
    private final Trace trace = new Trace();
    private final SampleTarget target = SampleTarget.alone("the target");

    @Test
    @Tag("E-7")
    void exceptionReachesTheOperationUnchanged() {
        IllegalStateException failure = new IllegalStateException("refused");
        Events.on(target).ping(throwing(failure));

        assertThat(catchThrowable(target::ping))
                .isSameAs(failure)
                .hasMessage("refused")
                .hasNoCause();
    }

    @Test
    void errorReachesTheOperationUnchanged() {
        AssertionError failure = new AssertionError("refused");
        Events.on(target).ping(e -> {
            throw failure;
        });

        assertThat(catchThrowable(target::ping)).isSameAs(failure);
    }

    @Test
    void checkedExceptionThrownInSecretReachesTheOperationUnchanged() {
        IOException failure = new IOException("refused");
        Events.on(target).ping(throwing(failure));

        assertThat(catchThrowable(target::ping)).isSameAs(failure);
    }

    @Test
    @Tag("E-7")
    void listenersAfterTheOneThatThrowsDoNotRun() {
        Events.on(target).ping(trace.as("before"));
        Events.on(target).ping(throwing(new IllegalStateException("refused")));
        Events.on(target).ping(trace.as("after"));

        assertThatThrownBy(target::ping).hasMessage("refused");
        assertThat(trace.entries()).containsExactly("before");
    }

    @Test
    void listenerThatThrewRunsAgainAtTheNextDispatch() {
        Events.on(target).ping(e -> {
            trace.add("x");
            throw new IllegalStateException("refused");
        });

        assertThatThrownBy(target::ping).hasMessage("refused");
        assertThatThrownBy(target::ping).hasMessage("refused");
        assertThat(trace.entries()).containsExactly("x", "x");
    }

    @Test
    void exceptionSaysWhichListenerOfWhichEventOnWhichTarget() {
        Watcher<Object> listener = throwing(new IllegalStateException("refused"));
        Events.on(target).ping(listener);

        assertThat(catchThrowable(target::ping).getSuppressed())
                .singleElement()
                .isInstanceOf(ListenerContext.class)
                .extracting(Throwable::getMessage)
                .isEqualTo("thrown by listener " + listener.getClass().getName() + " of sample.ping on the target");
    }

    @Test
    void exceptionNamesTheTargetOnWhichThePropagatedListenerWasRegistered() {
        Events.on(target).propagate().ping(throwing(new IllegalStateException("refused")));

        Throwable failure = catchThrowable(target.inheriting("child")::ping);

        assertThat(failure.getSuppressed()[0]).hasMessageEndingWith("on the target");
    }

    @Test
    void exceptionOfANestedDispatchNamesTheInnermostListenerOnly() {
        Events.on(target).ping(e -> target.pong());
        Events.on(target).pong(throwing(new IllegalStateException("refused")));

        assertThat(catchThrowable(target::ping).getSuppressed())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("sample.pong");
    }

    @Test
    void listenerWhoseToStringFailsDoesNotHideTheException() {
        Events.on(target).ping(new Watcher<Object>() {
            @Override
            public void on(Object event) {
                throw new IllegalStateException("refused");
            }

            @Override
            public String toString() {
                throw new IllegalStateException("hidden");
            }
        });

        assertThatThrownBy(target::ping).hasMessage("refused");
    }

    @Test
    void exceptionThatTakesNoSuppressedOnesGoesThrough() {
        RuntimeException failure = new RuntimeException("refused", null, false, false) {};
        Events.on(target).ping(throwing(failure));

        assertThat(catchThrowable(target::ping)).isSameAs(failure);
    }

    private static Watcher<Object> throwing(Throwable failure) {
        return event -> ListenerFailureTest.<RuntimeException>raise(failure);
    }

    @SuppressWarnings("unchecked") // the cast is never executed; it hides a checked exception from the compiler
    private static <T extends Throwable> void raise(Throwable failure) throws T {
        throw (T) failure;
    }
}
