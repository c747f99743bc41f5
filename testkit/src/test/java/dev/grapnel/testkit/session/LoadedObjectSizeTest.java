package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.testkit.TestDatabases;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.ClassLayout;

/**
 * What a clean loaded object costs beyond the object that the program declared, in bytes.
 *
 * <p>Counted are the slot in the object (with what it adds to the padding), the record of the object, and everything that the record alone
 * refers to: the value of the key if it is not the very object in the field, and detail. Not counted are its place in the session's identity map
 * and what is there once for each class.
 */
@DisplayName("A clean loaded object costs")
class LoadedObjectSizeTest {
    private static final int LIMIT = 80;

    private Engine engine;
    private Registry registry;
    private Session session;

    @Entity
    static class Narrow {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name = "a";
    }

    static class PlainNarrow {
        Integer id;
        String name;
    }

    @Entity
    static class Primitive {
        @Id
        int id;

        long amount;
        String name = "a";
    }

    static class PlainPrimitive {
        int id;
        long amount;
        String name;
    }

    @Entity
    static class Broad {
        @Id
        Long id;

        String a0 = "";
        String a1 = "";
        String a2 = "";
        String a3 = "";
        String a4 = "";
        String a5 = "";
        String a6 = "";
        String a7 = "";
        String a8 = "";
        String a9 = "";
        int b0;
        int b1;
        int b2;
        int b3;
        int b4;
        int b5;
        int b6;
        int b7;
        int b8;
        int b9;
    }

    static class PlainBroad {
        Long id;
        String a0;
        String a1;
        String a2;
        String a3;
        String a4;
        String a5;
        String a6;
        String a7;
        String a8;
        String a9;
        int b0;
        int b1;
        int b2;
        int b3;
        int b4;
        int b5;
        int b6;
        int b7;
        int b8;
        int b9;
    }

    @BeforeEach
    void open() {
        engine = TestDatabases.H2.open();
        registry = Registry.of(Narrow.class, Primitive.class, Broad.class);
        Schema.of(registry).createAll(engine);
        Primitive primitive = new Primitive();
        primitive.id = 100_000;
        Broad broad = new Broad();
        broad.id = 100_000L;
        SessionFactory.of(engine, registry).inTransaction(first -> {
            first.add(new Narrow());
            first.add(primitive);
            first.add(broad);
        });
        session = SessionFactory.of(engine, registry).open();
    }

    @AfterEach
    void close() {
        session.close();
        registry.dispose();
        engine.close();
    }

    private <T> T loaded(Class<T> type) {
        return session.query(type).list().get(0);
    }

    private static long size(Object object) {
        return ClassLayout.parseInstance(object).instanceSize();
    }

    /** What an object costs beyond one of a class with the same fields that nobody enhanced. */
    private static long cost(Object loaded, Object plain) {
        InstanceState state = ClassManager.requireState(loaded);
        return size(loaded) - size(plain) + size(state) + sizeOfParts(state, fieldValues(loaded));
    }

    /** What a state alone refers to; arrays and further records included. */
    private static long sizeOfParts(InstanceState state, Set<Object> known) {
        long sum = 0;
        for (String name : new String[] {"identity", "more"}) {
            Object part = read(state, name);
            if (part != null && known.add(part)) {
                sum += size(part);
            }
        }
        return sum;
    }

    private static Set<Object> fieldValues(Object object) {
        Set<Object> values = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Field field : object.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                values.add(read(object, field.getName()));
            }
        }
        return values;
    }

    private static Object read(Object object, String name) {
        try {
            Field field =
                    (object instanceof InstanceState ? InstanceState.class : object.getClass()).getDeclaredField(name);
            field.setAccessible(true);
            return field.get(object);
        } catch (ReflectiveOperationException changed) {
            throw new AssertionError("what is counted is no longer there", changed);
        }
    }

    @Test
    void atMostEightyBytes() {
        assertThat(cost(loaded(Narrow.class), new PlainNarrow())).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void atMostEightyBytesWithThePrimitiveKeyInABox() {
        assertThat(cost(loaded(Primitive.class), new PlainPrimitive())).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void notMoreForMoreAttributes() {
        assertThat(size(ClassManager.requireState(loaded(Broad.class))))
                .isEqualTo(size(ClassManager.requireState(loaded(Narrow.class))));
        assertThat(cost(loaded(Broad.class), new PlainBroad())).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void nothingMoreAfterAChangeWasFlushed() {
        Narrow narrow = loaded(Narrow.class);
        long before = cost(narrow, new PlainNarrow());

        narrow.name = "another";
        assertThat(cost(narrow, new PlainNarrow())).isGreaterThan(before);
        session.flush();

        assertThat(cost(narrow, new PlainNarrow())).isEqualTo(before);
    }

    @Test
    void nothingMoreAfterItWasInserted() {
        Narrow made = new Narrow();
        session.add(made);
        session.flush();

        assertThat(cost(made, new PlainNarrow())).isLessThanOrEqualTo(LIMIT);
    }
}
