package dev.grapnel.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.state.Passive;
import dev.grapnel.events.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every way to listen gives a subscription that ends it. */
@DisplayName("A listener whose subscription is closed is told nothing of")
class EndOfListeningTest {
    private final List<String> told = new ArrayList<>();
    private final List<Subscription> listening = new ArrayList<>();
    private ClassManager manager;

    @BeforeEach
    void manage() {
        manager = Thing.manage();
    }

    @AfterEach
    void release() {
        manager.release();
    }

    @Test
    void whatBecomesOfAttributes() {
        Thing thing = new Thing("a");
        listenToAttributes();
        exercise(thing);
        assertThat(Set.copyOf(told))
                .containsExactlyInAnyOrder(
                        "set",
                        "replace",
                        "append",
                        "replaceAppend",
                        "again",
                        "remove",
                        "bulk",
                        "init",
                        "dispose",
                        "scalar",
                        "replaceScalar",
                        "modified");
        told.clear();

        listening.forEach(Subscription::close);
        exercise(new Thing("b"));

        assertThat(told).isEmpty();
    }

    private void listenToAttributes() {
        AttributeEvents<Object, Object> name = manager.tracker("name").events();
        AttributeEvents<Object, Object> set = manager.tracker("set").events();
        AttributeEvents<Object, Object> reference = manager.tracker("reference").events();
        listening.add(name.onSet(e -> told.add("set")));
        listening.add(name.replaceOnSet(e -> {
            told.add("replace");
            return e.value();
        }));
        listening.add(name.onModified(e -> told.add("modified")));
        listening.add(reference.onInitScalar(e -> told.add("scalar")));
        listening.add(reference.replaceOnInitScalar(e -> {
            told.add("replaceScalar");
            return null;
        }));
        listening.add(set.onAppend(e -> told.add("append")));
        listening.add(set.replaceOnAppend(e -> {
            told.add("replaceAppend");
            return e.value();
        }));
        listening.add(set.onAppendWithoutMutation(e -> told.add("again")));
        listening.add(set.onRemove(e -> told.add("remove")));
        listening.add(set.onBulkReplace(e -> told.add("bulk")));
        listening.add(set.onInitCollection(e -> told.add("init")));
        listening.add(set.onDisposeCollection(e -> told.add("dispose")));
    }

    private void exercise(Thing thing) {
        Thing other = new Thing("other");
        thing.name = "c";
        manager.tracker("name").flagModified(ClassManager.requireState(thing));
        manager.tracker("reference").get(ClassManager.requireState(new Thing("d")), Passive.OFF);
        thing.set.add(other);
        thing.set.add(other);
        thing.set.remove(other);
        thing.set = Set.of(other);
    }

    @Test
    void whatBecomesOfObjects() {
        InstanceEvents<Thing> events = InstanceEvents.on(Thing.class);
        listening.add(events.init(e -> told.add("init")));
        listening.add(events.expire(e -> told.add("expire")));
        listening.add(events.load(e -> told.add("load")));
        listening.add(events.refresh(e -> told.add("refresh")));
        listening.add(events.refreshFlush(e -> told.add("refreshFlush")));
        listening.add(events.initFailure(e -> told.add("initFailure")));
        ValueBooks.expire(ClassManager.requireState(new Thing("a")));
        assertThat(told).containsExactly("init", "expire");

        assertThat(listening).doesNotContainNull().hasSize(6);
        listening.forEach(Subscription::close);
        ValueBooks.expire(ClassManager.requireState(new Thing("b")));

        assertThat(told).hasSize(2);
    }
}
