package dev.grapnel.conformance.odm.deviation;

import static dev.grapnel.conformance.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A rule for a deviation")
class RulesTest {

    private static ObjectNode steps(String... records) {
        return (ObjectNode) json("{'steps': [" + String.join(", ", records) + "]}");
    }

    private static ObjectNode applied(Rule rule, String... records) {
        ObjectNode outcome = steps(records);
        rule.apply(outcome);
        return outcome;
    }

    private static String work(String... labels) {
        StringBuilder tuples = new StringBuilder();
        for (String label : labels) {
            tuples.append(tuples.isEmpty() ? "" : ", ")
                    .append("['")
                    .append(label)
                    .append("', 'clean', {}]");
        }
        return "'sessions': {'s': {'uow': [" + tuples + "], 'imap': []}}";
    }

    private static String hook(String hook, String label) {
        String args = label.isEmpty() ? "" : "{'obj': '" + label + "'}";
        String status = hook.endsWith("delete") ? ", 'status': 'deleted'" : "";
        return "{'ext': 'S', 'hook': '" + hook + "', 'args': [" + args + "]" + status + "}";
    }

    private static String update(String label) {
        return hook("before_update", label) + ", {'db': 'save'}, " + hook("after_update", label);
    }

    private static String flush(String inside) {
        return "'op': 'flush', 'trace': [" + hook("before_flush", "") + ", " + inside + ", " + hook("after_flush", "")
                + "]";
    }

    private static String labels(JsonNode record) {
        StringBuilder labels = new StringBuilder();
        record.path("sessions")
                .path("s")
                .path("uow")
                .forEach(tuple -> labels.append(tuple.path(0).asText()));
        return labels.toString();
    }

    private static String written(JsonNode record) {
        StringBuilder labels = new StringBuilder();
        record.path("trace").forEach(entry -> {
            if (entry.path("hook").asText().equals("before_update")) {
                labels.append(entry.path("args").path(0).path("obj").asText());
            }
        });
        return labels.toString();
    }

    @Test
    void keepsTheOrderInWhichObjectsEntered() {
        ObjectNode outcome = applied(
                new EntryOrder(),
                "{'op': 'new', " + work("a", "b", "c") + "}",
                "{'op': 'cursor', " + work("b", "c", "a") + "}",
                "{'op': 'new', " + work("b", "c", "a", "d") + "}");

        assertThat(labels(outcome.at("/steps/1"))).isEqualTo("abc");
        assertThat(labels(outcome.at("/steps/2"))).isEqualTo("abcd");
    }

    @Test
    void letsAnObjectThatLeftComeBackAtTheEnd() {
        ObjectNode outcome = applied(
                new EntryOrder(),
                "{'op': 'new', " + work("a", "b") + "}",
                "{'op': 'expunge', " + work("b") + "}",
                "{'op': 'save', " + work("b", "a") + "}");

        assertThat(labels(outcome.at("/steps/2"))).isEqualTo("ba");
    }

    @Test
    void putsTheWritesOfAFlushInTheOrderOfEntry() {
        ObjectNode outcome = applied(
                new EntryOrder(),
                "{'op': 'new', " + work("a", "b") + "}",
                "{'op': 'cursor', " + work("b", "a") + "}",
                "{" + flush(update("b") + ", " + update("a")) + ", " + work("b", "a") + "}");

        assertThat(written(outcome.at("/steps/2"))).isEqualTo("ab");
        assertThat(outcome.at("/steps/2/trace").size()).isEqualTo(8);
    }

    @Test
    void leavesAFlushInsideAFlushAlone() {
        String nested = hook("before_update", "b") + ", " + hook("before_flush", "") + ", " + update("a") + ", "
                + hook("after_flush", "") + ", " + hook("after_update", "b");
        ObjectNode outcome = applied(
                new EntryOrder(),
                "{'op': 'new', " + work("a", "b") + "}",
                "{" + flush(nested) + ", " + work("a", "b") + "}");

        assertThat(written(outcome.at("/steps/1"))).isEqualTo("ba");
    }

    @Test
    void deletesAnObjectOnce() {
        String delete = hook("before_delete", "a") + ", {'db': 'delete', 'id': 1}, " + hook("after_delete", "a");
        String deleted = "'sessions': {'s': {'uow': [['a', 'deleted', {}]], 'imap': [['A', 1, 'a']]}}";
        ObjectNode outcome = applied(
                new DeletedOnce(),
                "{" + flush(delete) + ", " + deleted + "}",
                "{" + flush(delete) + ", " + work() + "}");

        assertThat(labels(outcome.at("/steps/0"))).isEmpty();
        assertThat(outcome.at("/steps/0/sessions/s/imap")).isEmpty();
        assertThat(outcome.at("/steps/1/trace").size()).isEqualTo(2);
    }

    @Test
    void letsABrokenFlushDoWhatTheNextOneDid() {
        String broken = "'op': 'flush', 'trace': [" + hook("before_flush", "") + ", " + update("a") + "]";
        ObjectNode outcome = applied(
                new FlushGoesOn(),
                "{" + broken + ", 'error': {'type': 'RuntimeError'}, " + work("a") + "}",
                "{" + flush(update("z")) + ", " + work("a", "z") + "}");

        assertThat(outcome.at("/steps/0/error").isMissingNode()).isTrue();
        assertThat(written(outcome.at("/steps/0"))).isEqualTo("az");
        assertThat(labels(outcome.at("/steps/0"))).isEqualTo("az");
        assertThat(outcome.at("/steps/1/trace").size()).isEqualTo(2);
    }

    @Test
    void leavesAnErrorOfAnotherKindAlone() {
        String failed =
                "{'op': 'flush', 'trace': [" + hook("before_flush", "") + "], 'error': {'type': 'DuplicateKeyError'}}";

        assertThat(applied(new FlushGoesOn(), failed)).isEqualTo(steps(failed));
    }

    @Test
    void closesAllSessionsOfAContext() {
        ObjectNode outcome = applied(new CloseAllCloses(), "{'op': 'close_all', 'error': {'type': 'RuntimeError'}}");

        assertThat(outcome.at("/steps/0/error").isMissingNode()).isTrue();
    }

    @Test
    void comesToNoLayerIfTheArgumentsAreRefused() {
        String find = "{'op': 'find', 'trace': [{'db': 'find', 'args': []}], 'error': {'type': 'ValueError'}}";

        assertThat(applied(new ArgumentsFirst(), find).at("/steps/0/trace")).isEmpty();
    }

    @Test
    void comesToNoLayerWithoutADatabase() {
        String flush = "{'op': 'remove', 'trace': [" + hook("before_remove", "")
                + ", {'db': 'remove'}], 'error': {'type': 'MongoGone'}}";

        assertThat(applied(new ArgumentsFirst(), flush).at("/steps/0/trace")).hasSize(1);
    }

    @Test
    void letsAnObjectBeDeletedAgainThatWasSavedAgain() {
        String delete = hook("before_delete", "a") + ", {'db': 'delete', 'id': 1}, " + hook("after_delete", "a");
        String saved = "'sessions': {'s': {'uow': [['a', 'deleted', {}]], 'imap': []}}";
        ObjectNode outcome = applied(
                new DeletedOnce(),
                "{" + flush(delete) + ", " + work() + "}",
                "{'op': 'save', " + saved + "}",
                "{" + flush(delete) + ", " + work() + "}");

        assertThat(labels(outcome.at("/steps/1"))).isEqualTo("a");
        assertThat(outcome.at("/steps/2/trace").size()).isEqualTo(5);
    }
}
