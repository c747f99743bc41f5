package dev.grapnel.conformance.step;

import java.util.Map;
import java.util.function.Consumer;

/** Operations on the mapping. */
final class MappingOperations {
    static final Map<String, Operation> ALL = Map.of(
            "map", on(Scene::map),
            "configure", on(scene -> scene.mapping().registry().configure()),
            "dispose", on(scene -> scene.mapping().dispose()));

    private MappingOperations() {}

    private static Operation on(Consumer<Scene> operation) {
        return call -> {
            operation.accept(call.scene());
            return null;
        };
    }
}
