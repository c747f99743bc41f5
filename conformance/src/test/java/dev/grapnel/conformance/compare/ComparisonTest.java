package dev.grapnel.conformance.compare;

import static dev.grapnel.conformance.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A comparison")
class ComparisonTest {

    private static @Nullable Difference compare(Tier tier, String expectedStep, String actualStep) {
        return new Comparison(tier)
                .first(json("{'steps': [" + expectedStep + "]}"), json("{'steps': [" + actualStep + "]}"));
    }

    private static @Nullable Difference compare(String expectedStep, String actualStep) {
        return compare(Tier.BEHAVIOUR, expectedStep, actualStep);
    }

    @Test
    void findsNothingInEqualOutcomes() {
        String step = "{'trace': [{'e': 'load', 'obj': 'User#1', 'query': true}], 'result': '@User#1'}";

        assertThat(compare(step, step)).isNull();
    }

    @Test
    void takesAbsentFieldsForEmptyOnes() {
        assertThat(compare("{}", "{'trace': [], 'states': {}, 'lists': {}, 'result': null}"))
                .isNull();
    }

    @Test
    void tellsAnEmptyResultFromNone() {
        assertThat(compare("{'result': []}", "{}")).isNotNull();
    }

    @Test
    void namesTheFirstStepThatDiffers() {
        Difference difference = compare("{}, {'result': 1}", "{}, {'result': 2}");

        assertThat(difference).isNotNull();
        assertThat(difference.step()).isEqualTo(1);
        assertThat(difference.subject()).isEqualTo("result");
    }

    @Test
    void looksAtRowsLast() {
        Difference difference = new Comparison(Tier.BEHAVIOUR)
                .first(json("{'steps': [{}], 'rows': {'t': [{'id': 1}]}}"), json("{'steps': [{}], 'rows': {}}"));

        assertThat(difference).isNotNull();
        assertThat(difference.subject()).isEqualTo("rows");
    }

    @Test
    void leavesStatementCountsToTheSecondTier() {
        assertThat(compare("{'sql': {'select': 1}}", "{'sql': {'select': 2}}")).isNull();
        assertThat(compare(Tier.STATEMENTS, "{'sql': {'select': 1}}", "{'sql': {'select': 2}}"))
                .isNotNull();
    }

    @Test
    void saysWhatKindOfDifferenceItIs() {
        assertThat(category("{'error': 'integrity_error'}", "{}")).isEqualTo("error integrity_error, was nothing");
        assertThat(category("{'trace': [{'e': 'load'}]}", "{'trace': [{'e': 'refresh'}]}"))
                .isEqualTo("trace: load, was refresh");
        assertThat(category("{'trace': [{'e': 'set', 'old': 1}]}", "{'trace': [{'e': 'set', 'old': 2}]}"))
                .isEqualTo("trace: fields of set");
        assertThat(category("{'trace': [{'e': 'load'}]}", "{}")).isEqualTo("trace: load, was nothing");
    }

    private static String category(String expectedStep, String actualStep) {
        Difference difference = compare(expectedStep, actualStep);
        assertThat(difference).isNotNull();
        return difference.category();
    }

    @Nested
    @DisplayName("of a trace")
    class OfATrace {

        private @Nullable Difference traces(String expected, String actual) {
            return compare("{'trace': [" + expected + "]}", "{'trace': [" + actual + "]}");
        }

        private String entry(String event, String object) {
            return "{'e': '" + event + "', 'obj': '" + object + "'}";
        }

        private String marked(String event, String object, int block) {
            return "{'e': '" + event + "', 'obj': '" + object + "', 'u': " + block + "}";
        }

        @Test
        void countsOrder() {
            String a = entry("load", "A");
            String b = entry("load", "B");

            assertThat(traces(a + "," + b, b + "," + a)).isNotNull();
        }

        @Test
        void letsMarkedEntriesComeInAnyOrder() {
            String recorded = marked("load", "A", 1) + "," + marked("load", "B", 1);

            assertThat(traces(recorded, entry("load", "B") + "," + entry("load", "A")))
                    .isNull();
        }

        @Test
        void keepsTheOrderOfNeighbouringBlocks() {
            String recorded = marked("load", "A", 1) + "," + marked("load", "B", 2);

            assertThat(traces(recorded, entry("load", "B") + "," + entry("load", "A")))
                    .isNotNull();
        }

        @Test
        void countsEqualEntriesOfABlock() {
            String recorded = marked("load", "A", 1) + "," + marked("load", "B", 1);

            assertThat(traces(recorded, entry("load", "A") + "," + entry("load", "A")))
                    .isNotNull();
        }

        @Test
        void letsSomeEventsAlwaysComeInAnyOrder() {
            String a = entry("pending_to_persistent", "A");
            String b = entry("pending_to_persistent", "B");

            assertThat(traces(a + "," + b, b + "," + a)).isNull();
        }

        @Test
        void mixesBothWaysOfBecomingTransient() {
            String a = entry("pending_to_transient", "A");
            String b = entry("persistent_to_transient", "B");

            assertThat(traces(a + "," + b, b + "," + a)).isNull();
        }

        @Test
        void orderOfExpiryCountsOnlyWhereAttributesAreNamed() {
            String all = "{'e': 'expire', 'obj': 'A', 'attrs': null}, {'e': 'expire', 'obj': 'B', 'attrs': null}";
            String turned = "{'e': 'expire', 'obj': 'B', 'attrs': null}, {'e': 'expire', 'obj': 'A', 'attrs': null}";
            String some = "{'e': 'expire', 'obj': 'A', 'attrs': ['x']}, {'e': 'expire', 'obj': 'B', 'attrs': ['x']}";
            String someTurned =
                    "{'e': 'expire', 'obj': 'B', 'attrs': ['x']}, {'e': 'expire', 'obj': 'A', 'attrs': ['x']}";

            assertThat(traces(all, turned)).isNull();
            assertThat(traces(some, someTurned)).isNotNull();
        }

        @Test
        void takesCopiedKeysInAnyOrderAndWithoutTheirMark() {
            String recorded = "{'e': 'set', 'obj': 'A', 'sync': true}, {'e': 'set', 'obj': 'B', 'sync': true}";

            assertThat(traces(recorded, entry("set", "B") + "," + entry("set", "A")))
                    .isNull();
        }

        @Test
        void tellsWhatHappenedBesides() {
            Difference difference = traces(entry("load", "A"), entry("load", "A") + "," + entry("load", "B"));

            assertThat(difference).isNotNull();
            assertThat(difference.expected()).isNull();
            assertThat(difference.at()).isEqualTo(1);
        }
    }
}
