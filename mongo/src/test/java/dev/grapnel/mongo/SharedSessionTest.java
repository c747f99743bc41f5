package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.events.Events;
import dev.grapnel.mongo.session.ContextualOdmSession;
import dev.grapnel.mongo.session.ThreadLocalOdmSession;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A shared session")
class SharedSessionTest extends OneCollectionTest {

    private static void inAnotherThread(Runnable work) {
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(work);
        thread.setUncaughtExceptionHandler((failed, error) -> thrown.set(error));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        assertThat(thrown.get()).isNull();
    }

    @Test
    @Tag("ODM-K2")
    @Tag("ODM-K6")
    void hasARealOneForEachThread() {
        AtomicInteger made = new AtomicInteger();
        sessions.extensions(own -> {
            made.incrementAndGet();
            return new SessionExtension() {};
        });
        ThreadLocalOdmSession shared = sessions.threadLocal();
        Doc doc = shared.save(new Doc(1, 1));

        assertThat(ObjectState.of(doc).session()).isSameAs(shared.current()).isNotSameAs(shared);
        inAnotherThread(() -> assertThat(shared.unitOfWork().size()).isZero());
        assertThat(made).hasValue(2);
    }

    @Test
    @Tag("ODM-K2")
    void discardsTheRealOneWhenItIsClosed() {
        ThreadLocalOdmSession shared = sessions.threadLocal();
        OdmSession before = shared.current();

        shared.close();

        assertThat(shared.hasCurrent()).isFalse();
        assertThat(shared.current()).isNotSameAs(before);
    }

    @Test
    @Tag("ODM-K3")
    void hasARealOneForEachContext() {
        AtomicReference<String> context = new AtomicReference<>("one");
        ContextualOdmSession shared = sessions.contextual(context::get);
        shared.save(new Doc(1, 1));

        context.set("two");
        assertThat(shared.hasCurrent()).isFalse();
        assertThat(shared.unitOfWork().size()).isZero();
        context.set("one");
        assertThat(shared.unitOfWork().size()).isEqualTo(1);
    }

    @Test
    @Tag("ODM-K4")
    void isFlushedAndClosedWithAllOthersOfTheThread() {
        inAnotherThread(() -> {
            ThreadLocalOdmSession one = sessions.threadLocal();
            ThreadLocalOdmSession other = sessions.threadLocal();
            one.save(new Doc(1, 1));
            other.save(new Doc(2, 2));

            ThreadLocalOdmSession.flushAll();
            ThreadLocalOdmSession.closeAll();

            assertThat(one.hasCurrent()).isFalse();
            ThreadLocalOdmSession.flushAll();
            assertThat(one.hasCurrent()).isTrue();
        });
        assertThat(server.documents("doc")).hasSize(2);
    }

    @Test
    @Tag("ODM-K5")
    void isFlushedAndClosedWithAllOthersOfTheContext() {
        ContextualOdmSession shared = sessions.contextual(() -> "only");
        shared.save(new Doc(1, 1));

        ContextualOdmSession.flushAll("only");
        ContextualOdmSession.closeAll("only");

        assertThat(server.documents("doc")).hasSize(1);
        assertThat(shared.hasCurrent()).isFalse();
    }

    @Test
    @Tag("ODM-N4")
    void takesAnExtensionAtOnceForThisThreadAndForLaterSessions() {
        ThreadLocalOdmSession shared = sessions.threadLocal();
        shared.flush();

        shared.registerExtension(own -> new Recorder("late", trace));
        shared.flush();
        inAnotherThread(shared::flush);

        assertThat(trace)
                .containsExactly("late before_flush", "late after_flush", "late before_flush", "late after_flush");
    }

    @Test
    @Tag("ODM-N5")
    void isMadeRealWhenAClassIsMappedOntoIt() {
        registry.dispose();
        ThreadLocalOdmSession shared = sessions.threadLocal();
        var fresh = dev.grapnel.mongo.mapping.DocumentRegistry.create();
        try {
            fresh.map(plain().session(shared));

            assertThat(shared.hasCurrent()).isTrue();
        } finally {
            fresh.dispose();
        }
    }

    @Test
    @Tag("ODM-N6")
    void sharesItsExtensionsWithTheOthersOfItsFactory() {
        ThreadLocalOdmSession one = sessions.threadLocal();
        ThreadLocalOdmSession other = sessions.threadLocal();

        one.registerExtension(own -> new Recorder("both", trace));
        other.flush();

        assertThat(trace).containsExactly("both before_flush", "both after_flush");
    }

    @Test
    @Tag("ODM-N7")
    void ofAContextTakesAnExtensionForThatContextOnly() {
        AtomicReference<String> context = new AtomicReference<>("one");
        ContextualOdmSession shared = sessions.contextual(context::get);
        shared.registerExtension(own -> new Recorder("one", trace));

        context.set("two");
        shared.flush();
        assertThat(trace).isEmpty();
        context.set("one");
        shared.close();
        shared.flush();
        assertThat(trace).isEmpty();
    }

    @Test
    void tellsListenersOfTheProxyWhatItsRealOnesDo() {
        ThreadLocalOdmSession shared = sessions.threadLocal();
        Events.on(shared).beforeFlush(e -> trace.add("flush " + (e.session() == shared.current())));

        shared.flush();

        assertThat(trace).containsExactly("flush true");
    }

    @Test
    void refusesToWorkWithoutAContext() {
        ContextualOdmSession shared = sessions.contextual(() -> null);

        org.assertj.core.api.Assertions.assertThatThrownBy(shared::flush)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("there is no current context");
    }
}
