package dev.grapnel.sql.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.ObjectNotFoundException;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GetOneTest {

    @Entity
    static class Wing {
        @Id
        String code;

        Wing(String code) {
            this.code = code;
        }
    }

    private Engine engine;
    private Registry registry;
    private SessionFactory sessions;

    @BeforeEach
    void open() {
        engine = Engine.create("jdbc:h2:mem:one" + System.nanoTime());
        registry = Registry.of(Wing.class);
        Schema.of(registry).createAll(engine);
        sessions = SessionFactory.of(engine, registry);
    }

    @AfterEach
    void close() {
        registry.dispose();
        engine.close();
    }

    @Test
    void givesTheObjectThatIsThere() {
        sessions.inTransaction(session -> session.add(new Wing("left")));

        try (Session session = sessions.open()) {
            assertThat(session.getOne(Wing.class, "left").code).isEqualTo("left");
        }
    }

    @Test
    void failsWithTheKeyIfThereIsNone() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.getOne(Wing.class, "right"))
                    .isInstanceOf(ObjectNotFoundException.class)
                    .hasMessageContaining("Cannot find the Wing with key [right]: there is no such row.");
        }
    }

    @Test
    void refusesAKeyOfAnotherType() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.get(Wing.class, 7))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("Cannot find a Wing by [7]: its primary key has the parts [code]."
                            + " Give a value of String instead of the Integer.");
        }
    }

    @Test
    void refusesANullInTheKey() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.get(Wing.class, new Object[] {null}))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("Cannot find a Wing by [null]");
        }
    }
}
