package dev.grapnel.sql.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirstStepsTest {

    @Entity(name = "contact")
    static class Contact {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        @OneToMany(mappedBy = "contact", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Address> addresses = new ArrayList<>();

        Contact(String name) {
            this.name = name;
        }
    }

    @Entity(name = "address")
    static class Address {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String email;

        @ManyToOne(fetch = FetchType.LAZY)
        Contact contact;

        Address(String email) {
            this.email = email;
        }
    }

    private Engine engine;
    private Registry registry;
    private SessionFactory sessions;

    @BeforeEach
    void open() {
        engine = Engine.create("jdbc:h2:mem:first" + System.nanoTime());
        registry = Registry.of(Contact.class, Address.class);
        Schema.of(registry).createAll(engine);
        sessions = SessionFactory.of(engine, registry);
    }

    @AfterEach
    void close() {
        registry.dispose();
        engine.close();
    }

    @Test
    void graphIsSavedLoadedChangedAndDeleted() {
        Integer id;
        try (Session session = sessions.open()) {
            Contact ed = new Contact("ed");
            ed.addresses.add(new Address("ed@example.org"));
            ed.addresses.add(new Address("ed@example.com"));
            assertThat(ed.addresses.get(0).contact).isSameAs(ed);
            session.add(ed);
            assertThat(Instance.of(ed.addresses.get(1)).lifecycle()).isEqualTo(LifecycleState.PENDING);
            session.commit();
            id = ed.id;
            assertThat(id).isNotNull();
        }
        try (Session session = sessions.open()) {
            Contact ed = session.get(Contact.class, id);
            assertThat(ed.name).isEqualTo("ed");
            assertThat(ed.addresses).extracting(a -> a.email).containsExactly("ed@example.org", "ed@example.com");
            ed.name = "edward";
            ed.addresses.remove(0);
            session.commit();
            assertThat(session.query(Address.class).list()).hasSize(1);
            assertThat(ed.name).isEqualTo("edward");
            ed.name = "x";
            session.rollback();
            assertThat(ed.name).isEqualTo("edward");
            session.delete(ed);
            session.commit();
            assertThat(session.query(Contact.class).list()).isEmpty();
            assertThat(session.query(Address.class).list()).isEmpty();
        }
    }
}
