package dev.grapnel.testkit.session;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.ValueBooks;
import dev.grapnel.core.state.History;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.sql.Registry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Classes are mapped, and there is no database: what objects do in memory needs none. */
abstract class MappedTest {
    private final Class<?>[] entities;
    private Registry registry;
    final AttributeTrace trace = new AttributeTrace();

    MappedTest(Class<?>... entities) {
        this.entities = entities;
    }

    @BeforeEach
    void map() {
        registry = Registry.of(entities);
        registry.configure();
    }

    @AfterEach
    void dispose() {
        registry.dispose();
    }

    static AttributeTracker attribute(Object object, String name) {
        return ClassManager.of(state(object)).tracker(name);
    }

    static InstanceState state(Object object) {
        return ClassManager.requireState(object);
    }

    static History<Object> history(Object object, String name) {
        return attribute(object, name).history(state(object), Passive.NO_INITIALIZE);
    }

    /** Makes all values count as what the store has. */
    static void commit(Object... objects) {
        for (Object object : objects) {
            ValueBooks.commitAll(state(object));
        }
    }
}
