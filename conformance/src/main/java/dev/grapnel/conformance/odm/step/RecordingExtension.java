package dev.grapnel.conformance.odm.step;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.odm.format.ExtensionDeclaration;
import dev.grapnel.conformance.odm.trace.Words;
import dev.grapnel.mongo.ObjectState;

/** One extension object: records the hooks that it overrides, and then does what the rules say. */
final class RecordingExtension {
    private final Scene scene;
    private final ExtensionDeclaration declared;
    private final int number;
    private final Rules rules;

    /**
     * Made when the library asks for it.
     *
     * @param scene it belongs to
     * @param declared what the scenario says
     * @param number among the objects of the same extension, from 1
     * @param rules shared by them
     */
    RecordingExtension(Scene scene, ExtensionDeclaration declared, int number, Rules rules) {
        this.scene = scene;
        this.declared = declared;
        this.number = number;
        this.rules = rules;
    }

    void hear(Told told) {
        if (declared.overrides(told.hook())) {
            scene.entries().add(entry(told));
            rules.follow(told);
        }
    }

    private ObjectNode entry(Told told) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("ext", declared.name()).put("hook", told.hook()).set("args", told.arguments());
        if (told.options() != null && !told.options().isEmpty()) {
            entry.set("kwargs", told.options());
        }
        if (number > 1 || declared.showInstance()) {
            entry.put("instance", number);
        }
        Object object = told.object();
        if (object != null) {
            ObjectState<?> state = ObjectState.of(object);
            entry.put("status", Words.status(state.status()));
            entry.set("doc", scene.words().of(state.document()));
        }
        return entry;
    }
}
