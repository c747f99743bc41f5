package dev.grapnel.conformance.odm.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grapnel.conformance.format.FormatException;
import dev.grapnel.conformance.format.Step;
import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.OdmCursor;
import dev.grapnel.mongo.OdmSession;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One operation to be done: a step, or what a rule does.
 *
 * @param scene it is done in
 * @param step what to do
 * @param inside the hook whose rule does it, or null for a step
 */
record Call(Scene scene, Step step, @Nullable Told inside) {

    String text(String parameter) {
        return step.text(parameter);
    }

    /** The object of the parameter {@code target}. */
    Object target() {
        return object(text("target"));
    }

    Object object(String name) {
        Object found = name.equals("$obj") ? insideObject() : scene.variable(name);
        if (found == null) {
            throw new FormatException("There is no object '" + name + "' for the step " + step + ".");
        }
        return found;
    }

    private @Nullable Object insideObject() {
        return inside == null ? null : inside.object();
    }

    ObjectState<Object> state() {
        return ObjectState.of(target());
    }

    @SuppressWarnings("unchecked") // cursors of scenarios give objects of any class
    OdmCursor<Object> cursor() {
        String name = text("cursor");
        Object found = !name.equals("$cursor") ? scene.variable(name) : inside == null ? null : inside.cursor();
        if (found instanceof OdmCursor<?> cursor) {
            return (OdmCursor<Object>) cursor;
        }
        throw new FormatException("There is no cursor '" + name + "' for the step " + step + ".");
    }

    /** The session that the step names; the first one if it names none. */
    OdmSession session() {
        return step.has("session")
                ? scene.sessions().named(text("session"))
                : scene.sessions().first();
    }

    /** The session that a call by class or by session goes to. */
    OdmSession sessionOfQuery() {
        return step.text("via", "session").equals("query") ? scene.sessionOf(text("class")) : session();
    }

    @SuppressWarnings("unchecked") // scenarios know their classes by name only
    Class<Object> type() {
        return (Class<Object>) scene.model().type(text("class"));
    }

    @Nullable Object value(String parameter) {
        return scene.values(inside).of(step.node(parameter));
    }

    Document document(String parameter) {
        return scene.values(inside).document(step.node(parameter));
    }

    JsonNode node(String parameter) {
        return step.node(parameter);
    }

    /** Keeps a result under the name that the step gives, if it gives one. */
    @Nullable Object bound(@Nullable Object result) {
        if (step.has("as")) {
            scene.bind(text("as"), result);
        }
        return result;
    }
}
