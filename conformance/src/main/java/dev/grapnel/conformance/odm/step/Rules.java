package dev.grapnel.conformance.odm.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.format.Step;
import dev.grapnel.conformance.odm.format.RuleDeclaration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of an extension: which of them a call makes fire, and what they do. */
final class Rules {
    private final Scene scene;
    private final List<RuleDeclaration> declared;
    private final int[] calls;

    Rules(Scene scene, List<RuleDeclaration> declared) {
        this.scene = scene;
        this.declared = declared;
        this.calls = new int[declared.size()];
    }

    void follow(Told told) {
        for (int at = 0; at < declared.size(); at++) {
            RuleDeclaration rule = declared.get(at);
            if (concerns(rule, told)) {
                calls[at]++;
                if (rule.nth() == null || rule.nth() == calls[at]) {
                    rule.steps().forEach(step -> act(step, told));
                }
            }
        }
    }

    private boolean concerns(RuleDeclaration rule, Told told) {
        return rule.on().equals(told.hook()) && isAboutObject(rule, told) && isAboutType(rule, told);
    }

    private boolean isAboutObject(RuleDeclaration rule, Told told) {
        Object object = told.object();
        return rule.object() == null
                || (object != null && rule.object().equals(scene.words().labelOf(object)));
    }

    private boolean isAboutType(RuleDeclaration rule, Told told) {
        Class<?> type = told.type();
        return rule.type() == null
                || (type != null && rule.type().equals(scene.model().nameOf(type)));
    }

    private void act(Step step, Told told) {
        record(step, null);
        JsonNode result = scene.words().of(Operations.run(new Call(scene, step, told)));
        if (!result.isNull()) {
            record(step, result);
        }
    }

    private void record(Step step, @Nullable JsonNode result) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("action", step.op());
        if (result != null) {
            entry.set("result", result);
        }
        scene.entries().add(entry);
    }
}
