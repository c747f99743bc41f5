package dev.grapnel.conformance.odm.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.format.FormatException;
import dev.grapnel.conformance.format.Step;
import java.util.List;
import java.util.stream.StreamSupport;

/** Runs steps one after the other, with a record for each. */
final class StepRecords {
    private final Scene scene;

    StepRecords(Scene scene) {
        this.scene = scene;
    }

    ArrayNode of(List<Step> steps) {
        ArrayNode records = JsonNodeFactory.instance.arrayNode();
        steps.forEach(step -> records.add(of(step)));
        return records;
    }

    private ObjectNode of(Step step) {
        ObjectNode record = JsonNodeFactory.instance.objectNode().put("op", step.op());
        if (step.op().equals("thread")) {
            record.set("thread", inThread(step));
        } else {
            run(step, record);
        }
        record.set("trace", scene.entries().take());
        record.set("sessions", scene.sessions().told());
        return record;
    }

    private void run(Step step, ObjectNode record) {
        Call call = new Call(scene, step, null);
        try {
            Object made = Operations.run(call);
            scene.sessions().see();
            JsonNode result = scene.words().of(made);
            if (!result.isNull()) {
                record.set("result", result);
            }
        } catch (FormatException e) {
            throw e;
        } catch (RuntimeException e) {
            record.set("error", ErrorTypes.told(e, call));
        }
    }

    private ArrayNode inThread(Step step) {
        ArrayNode records = JsonNodeFactory.instance.arrayNode();
        List<Step> steps = StreamSupport.stream(step.node("steps").spliterator(), false)
                .map(Step::new)
                .toList();
        SharedOperations.run(() -> records.addAll(of(steps)));
        return records;
    }
}
