package dev.grapnel.conformance.odm.compare;

import static dev.grapnel.conformance.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A comparison of the document format")
class OdmComparisonTest {

    private static @Nullable OdmDifference steps(String expected, String actual) {
        return OdmComparison.first(json("{'steps': [" + expected + "]}"), json("{'steps': [" + actual + "]}"));
    }

    private static String category(String expected, String actual) {
        OdmDifference difference = steps(expected, actual);
        assertThat(difference).isNotNull();
        return difference.category();
    }

    @Test
    void takesAbsentFieldsForEmptyOnes() {
        assertThat(steps("{'op': 'flush'}", "{'op': 'flush', 'trace': [], 'sessions': {}}"))
                .isNull();
    }

    @Test
    void tellsAnEmptyResultFromNone() {
        assertThat(steps("{'result': []}", "{}")).isNotNull();
    }

    @Test
    void doesNotLookAtTheOrderOfFields() {
        assertThat(steps("{'result': {'a': 1, 'b': 2}}", "{'result': {'b': 2, 'a': 1}}"))
                .isNull();
    }

    @Test
    void tellsAWholeNumberFromAFraction() {
        assertThat(steps("{'result': 3}", "{'result': 3.0}")).isNotNull();
    }

    @Test
    void doesNotLookAtTheOrderOfTheIdentityMap() {
        String one = "{'sessions': {'s': {'uow': [], 'imap': [['A', 1, 'a'], ['B', 2, 'b']]}}}";
        String other = "{'sessions': {'s': {'uow': [], 'imap': [['B', 2, 'b'], ['A', 1, 'a']]}}}";

        assertThat(steps(one, other)).isNull();
    }

    @Test
    void looksAtTheOrderOfTheUnitOfWork() {
        String one = "{'sessions': {'s': {'uow': [['a', 'new', {}], ['b', 'new', {}]], 'imap': []}}}";
        String other = "{'sessions': {'s': {'uow': [['b', 'new', {}], ['a', 'new', {}]], 'imap': []}}}";

        assertThat(category(one, other)).isEqualTo("sessions");
    }

    @Test
    void readsAnIdInsideALabelHoweverItIsWritten() {
        assertThat(steps("{'result': {'obj': 'Doc([None])~2'}}", "{'result': {'obj': 'Doc(null)~2'}}"))
                .isNull();
    }

    @Test
    void numbersIdsAsTheyAreMet() {
        String digits = "{'result': [{'$oid': '0123456789abcdef01234567'}, {'obj': 'Doc(0123456789abcdef01234567)'}]}";

        assertThat(steps(digits, "{'result': [{'$oid': '#4'}, {'obj': 'Doc(#4)'}]}"))
                .isNull();
        assertThat(steps(digits, "{'result': [{'$oid': '#4'}, {'obj': 'Doc(#5)'}]}"))
                .isNotNull();
    }

    @Test
    void namesTheStepInsideAThread() {
        OdmDifference difference =
                steps("{'thread': [{'op': 'flush', 'result': 1}]}", "{'thread': [{'op': 'flush', 'result': 2}]}");

        assertThat(difference).isNotNull();
        assertThat(difference.place().name()).isEqualTo("step 0, step 0 of its thread");
    }

    @Test
    void looksAtTheDocumentsLast() {
        OdmDifference difference = OdmComparison.first(
                json("{'steps': [{}], 'collections': {'a': [{'_id': 1}]}}"),
                json("{'steps': [{}], 'collections': {'a': []}}"));

        assertThat(difference).isNotNull();
        assertThat(difference.subject()).isEqualTo("documents");
    }

    @Test
    void looksAtTheSetUpFirst() {
        OdmDifference difference = OdmComparison.first(
                json("{'setup_error': {'type': 'TypeError'}}"), json("{'setup': [], 'steps': [{'result': 1}]}"));

        assertThat(difference).isNotNull();
        assertThat(difference.category()).isEqualTo("error TypeError, was nothing");
    }

    @Test
    void saysWhatKindOfDifferenceItIs() {
        assertThat(category("{'trace': [{'ext': 'S', 'hook': 'before_flush'}]}", "{}"))
                .isEqualTo("trace: before_flush, was nothing");
        assertThat(category("{'trace': [{'db': 'insert', 'doc': 1}]}", "{'trace': [{'db': 'insert', 'doc': 2}]}"))
                .isEqualTo("trace: fields of db insert");
        assertThat(category("{'error': {'type': 'Invalid'}}", "{'error': {'type': 'KeyError'}}"))
                .isEqualTo("error Invalid, was KeyError");
    }
}
