package dev.grapnel.testkit.session;

import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The least that can be recorded: one class with a key and nothing else. */
public final class Pets {
    private Registry registry;

    @Entity
    @Table(name = "dog")
    static class Dog {
        @Id
        String name;

        Dog(String name) {
            this.name = name;
        }
    }

    /** Maps the class and makes its table. */
    public SessionFactory open(Engine engine) {
        registry = Registry.of(Dog.class);
        Schema.of(registry).createAll(engine);
        return SessionFactory.of(engine, registry);
    }

    public void close() {
        registry.dispose();
    }

    public Class<?> dogs() {
        return Dog.class;
    }

    public Object dog(String name) {
        return new Dog(name);
    }

    public void rename(Object dog, String name) {
        ((Dog) dog).name = name;
    }
}
