package dev.grapnel.conformance.step;

import dev.grapnel.conformance.format.ListenerDeclaration;
import dev.grapnel.conformance.trace.Placed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The listeners that a scenario declared, by their names. */
final class Listeners {
    private final Scene scene;
    private final Map<String, Placed> placed = new HashMap<>();
    private final List<Placed> all = new ArrayList<>();

    Listeners(Scene scene) {
        this.scene = scene;
    }

    void placeAll(List<ListenerDeclaration> declarations) {
        declarations.forEach(this::place);
    }

    void place(ListenerDeclaration declaration) {
        Targets.Target target = new Targets(scene).of(declaration);
        DeclaredListener listener = new DeclaredListener(scene, declaration);
        Placed made = declaration.modifiers().retval()
                ? target.telling().ask(target.family(), listener)
                : target.telling().listen(target.family(), listener);
        placed.put(declaration.id(), made);
        all.add(made);
    }

    Placed placed(String id) {
        Placed known = placed.get(id);
        if (known == null) {
            throw new UnboundException(id);
        }
        return known;
    }

    /** Removes all that are still there, also those whose name another has taken: those on classes would hear of the next scenario. */
    void close() {
        all.stream().filter(Placed::isThere).forEach(Placed::remove);
        all.clear();
        placed.clear();
    }
}
