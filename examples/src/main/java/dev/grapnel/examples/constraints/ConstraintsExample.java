package dev.grapnel.examples.constraints;

import dev.grapnel.beanvalidation.BeanValidation;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.List;

/** Writes guests that keep the rules of their class, and tries to write some that do not. */
public final class ConstraintsExample {
    private ConstraintsExample() {}

    /** Runs the example. */
    public static void main(String[] args) {
        Registry registry = Registry.of(Guest.class);
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory();
                Engine engine = Engine.create("jdbc:h2:mem:constraints")) {
            Schema.of(registry).createAll(engine);
            SessionFactory sessions = SessionFactory.of(engine, registry);
            BeanValidation.of(validators).beforeFlush(sessions);
            work(sessions);
        } finally {
            registry.dispose();
        }
    }

    private static void work(SessionFactory sessions) {
        Guest ann = new Guest(1, "Ann");
        ann.phone = "+41 (0)33 222-11-00";
        System.out.println("stored: " + ann.phone);
        System.out.println(ann.greeting);
        sessions.inTransaction(session -> session.add(ann));

        sessions.inTransaction(session -> System.out.println(session.getOne(Guest.class, 1).greeting));

        Guest nobody = new Guest(2, " ");
        Guest wrong = new Guest(3, "Bob");
        wrong.email = "at home";
        wrong.nights = 0;
        try {
            sessions.inTransaction(session -> session.addAll(List.of(nobody, wrong)));
        } catch (ConstraintViolationException refusal) {
            System.out.println(refusal.getMessage());
        }
    }
}
