package dev.grapnel.conformance.odm.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grapnel.conformance.format.Step;
import dev.grapnel.conformance.odm.format.SessionDeclaration.Kind;
import dev.grapnel.mongo.session.ContextualOdmSession;
import dev.grapnel.mongo.session.ThreadLocalOdmSession;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Operations over threads and contexts. */
final class SharedOperations {
    static final Map<String, Operation> ALL = Map.of(
            "thread", Operation.silent(SharedOperations::inThread),
            "context", Operation.silent(call -> call.scene().sessions().context(call.text("value"))),
            "flush_all", Operation.silent(SharedOperations::flushAll),
            "close_all", Operation.silent(SharedOperations::closeAll));

    private SharedOperations() {}

    private static void flushAll(Call call) {
        if (call.scene().sessions().has(Kind.THREADLOCAL)) {
            ThreadLocalOdmSession.flushAll();
        }
        if (call.scene().sessions().has(Kind.CONTEXTUAL)) {
            ContextualOdmSession.flushAll(call.scene().sessions().context());
        }
    }

    private static void closeAll(Call call) {
        if (call.scene().sessions().has(Kind.THREADLOCAL)) {
            ThreadLocalOdmSession.closeAll();
        }
        if (call.scene().sessions().has(Kind.CONTEXTUAL)) {
            ContextualOdmSession.closeAll(call.scene().sessions().context());
        }
    }

    /** The steps of a thread inside a rule leave their entries, and no records of their own. */
    private static void inThread(Call call) {
        run(() -> {
            for (JsonNode step : call.node("steps")) {
                Operations.run(new Call(call.scene(), new Step(step), call.inside()));
            }
        });
    }

    /** Runs something in a thread of its own, and waits for it. */
    static void run(Runnable work) {
        try {
            CompletableFuture.runAsync(work, task -> new Thread(task, "thread of a scenario").start())
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
