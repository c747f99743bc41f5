package dev.grapnel.conformance.odm.step;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.odm.format.ExtensionDeclaration;
import dev.grapnel.mongo.MapperExtensionFactory;
import dev.grapnel.mongo.SessionExtensionFactory;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The extensions of a scenario: makes them when the library asks, numbers them, and counts the calls that their rules wait for. */
final class Extensions {
    private final Scene scene;
    private final Map<String, Integer> made = new HashMap<>();
    private final Map<String, Rules> rules = new HashMap<>();

    Extensions(Scene scene) {
        this.scene = scene;
    }

    MapperExtensionFactory<Object> ofMapper(String name) {
        ExtensionDeclaration declared = scene.scenario().extension(name);
        return mapper ->
                new MapperRecorder(scene, extension(declared, scene.model().nameOf(mapper.type())));
    }

    SessionExtensionFactory ofSession(String name) {
        ExtensionDeclaration declared = scene.scenario().extension(name);
        return session -> new SessionRecorder(scene, extension(declared, null));
    }

    private RecordingExtension extension(ExtensionDeclaration declared, @Nullable String type) {
        int number = made.merge(declared.name(), 1, Integer::sum);
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("ext", declared.name()).put("hook", "<created>").put("instance", number);
        if (type != null) {
            entry.put("class", type);
        }
        scene.entries().add(entry);
        Rules shared = rules.computeIfAbsent(declared.name(), name -> new Rules(scene, declared.rules()));
        return new RecordingExtension(scene, declared, number, shared);
    }
}
