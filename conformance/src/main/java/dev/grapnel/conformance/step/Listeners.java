package dev.grapnel.conformance.step;

import dev.grapnel.conformance.format.ListenerDeclaration;
import dev.grapnel.conformance.trace.Placed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The listeners that a scenario declared, by their names. */
final class Listeners {
    private final Scene scene;
    private final Map<String, Placed> placed = new LinkedHashMap<>();

    Listeners(Scene scene) {
        this.scene = scene;
    }

    void placeAll(List<ListenerDeclaration> declarations) {
        declarations.forEach(this::place);
    }

    void place(ListenerDeclaration declaration) {
        Targets.Target target = new Targets(scene).of(declaration);
        DeclaredListener listener = new DeclaredListener(scene, declaration);
        placed.put(
                declaration.id(),
                declaration.modifiers().retval()
                        ? target.telling().ask(target.family(), listener)
                        : target.telling().listen(target.family(), listener));
    }

    Placed placed(String id) {
        Placed known = placed.get(id);
        if (known == null) {
            throw new UnboundException(id);
        }
        return known;
    }

    /** Removes all that are still there: those on classes would hear of the next scenario. */
    void close() {
        placed.values().stream().filter(Placed::isThere).forEach(Placed::remove);
        placed.clear();
    }
}
