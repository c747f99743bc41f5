package dev.grapnel.examples.first;

import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.events.Events;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import org.jspecify.annotations.Nullable;

/** Maps a class, listens to it, writes an object and finds it again. */
public final class FirstSteps {
    private FirstSteps() {}

    /** Runs the example. */
    public static void main(String[] args) {
        Registry registry = Registry.of(Contact.class);
        try (Engine engine = Engine.create("jdbc:h2:mem:first")) {
            Schema.of(registry).createAll(engine);
            SessionFactory sessions = SessionFactory.of(engine, registry);

            // Contact_ is generated: it holds a typed constant for each attribute.
            Events.on(Contact_.phone).replaceOnSet(e -> digits(e.value()));
            Mapped.on(Contact.class).beforeInsert(e -> System.out.println("inserting " + e.target().name));
            Events.on(sessions).afterCommit(e -> System.out.println("committed"));

            try (Session session = sessions.open()) {
                session.add(new Contact("Ed", "+44 (20) 7946-0018"));
                session.commit();
                Contact ed = session.query(Contact.class)
                        .where(Contact_.name.eq("Ed"))
                        .one();
                System.out.println(ed.name + " has the phone number " + ed.phone);
            }
        } finally {
            registry.dispose();
        }
    }

    private static @Nullable String digits(@Nullable String phone) {
        return phone == null ? null : phone.replaceAll("[^+0-9]", "");
    }
}
