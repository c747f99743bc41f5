package dev.grapnel.conformance.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grapnel.conformance.format.Step;
import dev.grapnel.conformance.trace.Occurrence;
import dev.grapnel.core.session.Instance;
import dev.grapnel.sql.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operation to be done: a step, or an action inside a listener.
 *
 * @param scene it is done in
 * @param step what to do
 * @param inside the event that the listener was told of, or null for a step
 */
record Call(Scene scene, Step step, @Nullable Occurrence inside) {

    String text(String parameter) {
        return step.text(parameter);
    }

    Object object() {
        return object(text("obj"));
    }

    Object object(String name) {
        return scene.names().object(name, inside);
    }

    List<Object> objects(String parameter) {
        List<Object> objects = new ArrayList<>();
        step.texts(parameter).forEach(name -> objects.add(object(name)));
        return objects;
    }

    Instance<Object> instance() {
        return Instance.of(object());
    }

    @Nullable Object value() {
        return value("value");
    }

    @Nullable Object value(String parameter) {
        return scene.names().value(step.node(parameter), inside);
    }

    Map<String, @Nullable Object> values(String parameter) {
        return scene.names().values(step.node(parameter), inside);
    }

    String[] attributes() {
        return step.texts("attrs").toArray(String[]::new);
    }

    Session session() {
        return scene.sessions().named(step.text("s", Sessions.FIRST));
    }

    Class<?> type() {
        return scene.mapping().type(text("class"));
    }

    /** The event, where an action is possible in one kind of event only. */
    <E> E event(Class<E> type) {
        if (inside == null || !type.isInstance(inside.source())) {
            throw new NotSupportedException(step.op() + " outside of its event");
        }
        return type.cast(inside.source());
    }

    /** An argument of the event, for an action. */
    @Nullable Object argument(String name) {
        return inside == null ? null : inside.argument(name);
    }

    /** Has the listener answer with something, if it is asked. */
    void answer(@Nullable Object answer) {
        if (inside != null) {
            inside.answer(answer);
        }
    }

    /** Gives the result a further name, if the step asks for one. */
    @Nullable Object bound(@Nullable Object result) {
        if (step.has("as")) {
            JsonNode name = step.node("as");
            scene.names().bind(name.path(0).asText(name.asText()), result);
        }
        return result;
    }

    /** Gives the results further names, as far as the step asks for them. */
    List<?> allBound(List<?> results) {
        List<String> names = step.texts("as");
        for (int at = 0; at < names.size() && at < results.size(); at++) {
            scene.names().bind(names.get(at), results.get(at));
        }
        return results;
    }
}
