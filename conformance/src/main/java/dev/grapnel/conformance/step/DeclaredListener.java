package dev.grapnel.conformance.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.format.ListenerDeclaration;
import dev.grapnel.conformance.format.Step;
import dev.grapnel.conformance.trace.Hearer;
import dev.grapnel.conformance.trace.Occurrence;
import org.jspecify.annotations.Nullable;

/** A listener as a scenario declares it: records, acts, answers. */
final class DeclaredListener implements Hearer {
    private final Scene scene;
    private final ListenerDeclaration declaration;
    private int acted;

    DeclaredListener(Scene scene, ListenerDeclaration declaration) {
        this.scene = scene;
        this.declaration = declaration;
    }

    @Override
    public void heard(Occurrence occurrence) {
        if (declaration.record()) {
            record(occurrence);
        }
        if (acts(occurrence)) {
            acted++;
            for (Step action : declaration.actions()) {
                Operations.run(new Call(scene, action, occurrence));
            }
        }
    }

    private void record(Occurrence occurrence) {
        ObjectNode entry =
                occurrence.entry(scene.words(), declaration.modifiers().includeKey());
        entry.put("l", declaration.id());
        if (declaration.modifiers().raw()) {
            entry.put("raw", true);
        }
        scene.trace().add(entry);
    }

    private boolean acts(Occurrence occurrence) {
        boolean meant =
                declaration.only() == null || scene.names().names(declaration.only(), occurrence.argument("target"));
        return meant && acted < declaration.limit();
    }

    @Override
    public @Nullable Object answer(Occurrence occurrence) {
        heard(occurrence);
        return declaration.answer() == null
                ? occurrence.argument("value")
                : scene.names().value(declaration.answer(), occurrence);
    }
}
