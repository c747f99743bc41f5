package dev.grapnel.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WeakTargetTest {
    private static final ClassTargets PROCESS_WIDE = ClassTargets.processWide(SampleEvents.CATALOG);

    private final Trace trace = new Trace();

    @Test
    @Tag("E-6")
    void targetIsCollectedAlthoughItsSubscriptionIsKept() {
        Subscription[] kept = new Subscription[1];
        WeakReference<Dispatch> dispatch = listenedTo(kept);

        assertCollected(dispatch);
        kept[0].close();
        assertThat(kept[0].isActive()).isFalse();
    }

    private WeakReference<Dispatch> listenedTo(Subscription[] kept) {
        SampleTarget target = SampleTarget.alone("target");
        kept[0] = Events.on(target).ping(trace.as("x"));
        return new WeakReference<>(target.dispatch());
    }

    @Test
    @Tag("E-6")
    void targetIsCollectedTogetherWithAListenerThatRefersToIt() {
        WeakReference<Watcher<?>> listener = listenerThatRefersToItsTarget();

        assertCollected(listener);
    }

    private static WeakReference<Watcher<?>> listenerThatRefersToItsTarget() {
        SampleTarget target = SampleTarget.alone("target");
        Watcher<Object> listener = e -> target.pong();
        Events.on(target).ping(listener);
        return new WeakReference<>(listener);
    }

    @Test
    void instanceLeavesNoTraceAtItsClassLevel() {
        SampleTarget all = SampleTarget.classLevel("all");
        WeakReference<Listeners<?>> list = listOfListenedInstance(all);

        assertCollected(list);
        Events.on(all).ping(trace.as("all"));
        assertThat(trace.ofPing(all)).containsExactly("all");
    }

    private WeakReference<Listeners<?>> listOfListenedInstance(SampleTarget all) {
        SampleTarget one = all.instance("one");
        Events.on(one).ping(trace.as("one"));
        return new WeakReference<>(one.dispatch().listeners(SampleEvents.PING));
    }

    @Test
    void subclassIsCollectedAlthoughItsSuperclassPropagatesToIt() {
        SampleTarget parent = SampleTarget.alone("parent");
        Events.on(parent).propagate().ping(trace.as("parent"));
        WeakReference<Listeners<?>> list = listOfInheriting(parent);

        assertCollected(list);
        Events.on(parent).propagate().pong(trace.as("pong"));
        assertThat(trace.ofPing(parent)).containsExactly("parent");
    }

    private static WeakReference<Listeners<?>> listOfInheriting(SampleTarget parent) {
        return new WeakReference<>(parent.inheriting("child").dispatch().listeners(SampleEvents.PING));
    }

    @Test
    void dispatchAttachedToAClassIsCollectedWhenItsOwnerDropsIt() {
        ClassTargets targets = ClassTargets.of(SampleEvents.CATALOG);
        targets.on(String.class).listen(SampleEvents.PING, trace.as("x"), ListenOptions.NONE);
        WeakReference<Dispatch> dispatch = attachedTo(targets);

        assertCollected(dispatch);
        assertThat(targets.attached()).isEmpty();
    }

    private static WeakReference<Dispatch> attachedTo(ClassTargets targets) {
        Dispatch dispatch = Dispatch.of(SampleEvents.CATALOG, "string", null);
        targets.attach(String.class, dispatch);
        return new WeakReference<>(dispatch);
    }

    @Test
    void classIsUnloadedAlthoughAProcessWideListenerThatRefersToItIsHeld() {
        WeakReference<ClassLoader> loader = loaderOfClassListenedTo();

        assertCollected(loader);
    }

    private static WeakReference<ClassLoader> loaderOfClassListenedTo() {
        Class<?> type = new ThrowawayLoader().load();
        PROCESS_WIDE.on(type).listen(SampleEvents.PING, e -> type.getName(), ListenOptions.NONE);
        Dispatch dispatch = Dispatch.of(SampleEvents.CATALOG, "throwaway", null);
        PROCESS_WIDE.attach(type, dispatch);
        PROCESS_WIDE.on(type).listen(SampleEvents.PONG, e -> type.getName(), ListenOptions.NONE);
        return new WeakReference<>(type.getClassLoader());
    }

    @Test
    @Tag("E-6")
    void listenerIsHeldStrongly() {
        SampleTarget target = SampleTarget.alone("target");
        Events.on(target).ping(trace.as("x"));

        System.gc();

        assertThat(trace.ofPing(target)).containsExactly("x");
        Reference.reachabilityFence(target);
    }

    private static void assertCollected(WeakReference<?> reference) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (reference.get() != null && System.nanoTime() < end) {
            System.gc();
            Thread.onSpinWait();
        }
        assertThat(reference.get()).as("still referenced").isNull();
    }

    private static final class ThrowawayLoader extends ClassLoader {
        ThrowawayLoader() {
            super(WeakTargetTest.class.getClassLoader());
        }

        Class<?> load() {
            String name = Throwaway.class.getName();
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] code = in.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
