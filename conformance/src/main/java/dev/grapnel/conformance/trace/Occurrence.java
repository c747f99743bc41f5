package dev.grapnel.conformance.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One firing of one event: what the trace says of it, and what actions of a listener may refer to.
 *
 * <p>Nothing is labelled until an entry is written.
 */
public final class Occurrence {
    private record Part(String name, boolean keyed, Function<Words, @Nullable JsonNode> words) {}

    private final String event;
    private final Object source;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, @Nullable Object> arguments = new HashMap<>();

    /**
     * Begins with the event.
     *
     * @param event its name
     * @param source the library's event object
     */
    public Occurrence(String event, Object source) {
        this.event = event;
        this.source = source;
    }

    /** {@return the name of the event} */
    public String event() {
        return event;
    }

    /** {@return the library's event object} */
    public Object source() {
        return source;
    }

    /**
     * An argument of the event.
     *
     * @param name as {@code target}, {@code value} or {@code old}
     * @return its value
     */
    public @Nullable Object argument(String name) {
        return arguments.get(name);
    }

    /**
     * Sets what a listener answers with, if it is asked and nothing else is said.
     *
     * @param answer the answer
     */
    public void answer(@Nullable Object answer) {
        arguments.put("value", answer);
    }

    Occurrence target(Object object) {
        arguments.put("target", object);
        parts.add(new Part("obj", false, words -> words.label(object)));
        return this;
    }

    Occurrence value(String name, @Nullable Object value) {
        arguments.put(name, value);
        parts.add(new Part(name, false, words -> words.value(value)));
        return this;
    }

    /** A part that is told only to those who ask for keys. */
    Occurrence key(String name, @Nullable Object key) {
        parts.add(new Part(name, true, words -> words.value(key)));
        return this;
    }

    Occurrence objects(String name, Collection<?> objects) {
        List<Object> now = new ArrayList<>(objects);
        parts.add(new Part(name, false, words -> words.sortedLabels(now)));
        return this;
    }

    Occurrence names(String name, @Nullable Collection<String> names) {
        List<String> now = names == null ? null : List.copyOf(names);
        parts.add(new Part(name, false, words -> words.names(now)));
        return this;
    }

    Occurrence text(String name, String text) {
        parts.add(new Part(name, false, words -> words.value(text)));
        return this;
    }

    Occurrence type(String name, Class<?> type) {
        return text(name, type.getSimpleName());
    }

    Occurrence flag(String name, boolean on) {
        parts.add(new Part(name, false, words -> words.value(on)));
        return this;
    }

    Occurrence label(String name, Object object) {
        parts.add(new Part(name, false, words -> words.label(object)));
        return this;
    }

    Occurrence transaction(String name, Object transaction) {
        parts.add(new Part(name, false, words -> words.transaction(transaction)));
        return this;
    }

    Occurrence session(Object session) {
        arguments.put("session", session);
        parts.add(new Part("s", false, words -> {
            String name = words.session(session);
            return name == null ? null : words.value(name);
        }));
        return this;
    }

    /**
     * The entry for the trace.
     *
     * @param words that name things
     * @param withKeys whether positions and map keys are told
     * @return a new entry
     */
    public ObjectNode entry(Words words, boolean withKeys) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("e", event);
        for (Part part : parts) {
            JsonNode told = part.keyed() && !withKeys ? null : part.words().apply(words);
            if (told != null) {
                entry.set(part.name(), told);
            }
        }
        return entry;
    }
}
