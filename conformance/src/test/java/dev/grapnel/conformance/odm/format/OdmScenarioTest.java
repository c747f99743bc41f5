package dev.grapnel.conformance.odm.format;

import static dev.grapnel.conformance.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.conformance.format.FormatException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A scenario of the document format")
class OdmScenarioTest {

    private static OdmScenario read(String more) {
        return OdmScenario.read(
                json("{'name': 'n', 'sessions': {'s': {'kind': 'odm'}}, 'expected': {}, " + more + "}"));
    }

    private static AbstractThrowableAssert<?, ?> refused(String more) {
        return assertThatThrownBy(() -> read(more)).isInstanceOf(FormatException.class);
    }

    private static FieldDeclaration field(String json) {
        return read("'steps': [], 'model': [{'class': 'A', 'fields': [" + json + "]}]")
                .model()
                .get(0)
                .fields()
                .get(0);
    }

    @Test
    void isReadWithWhatItDeclares() {
        OdmScenario scenario =
                read("'extensions': {'M': {'kind': 'mapper', 'only': ['after_insert']}}, 'steps': [{'op': 'flush'}]");

        assertThat(scenario.steps()).hasSize(1);
        assertThat(scenario.extension("M").overrides("after_insert")).isTrue();
        assertThat(scenario.extension("M").overrides("before_insert")).isFalse();
    }

    @Test
    void withAnUnknownOperationIsRefused() {
        refused("'steps': [{'op': 'fly'}]").hasMessageStartingWith("The format knows no operation 'fly'");
    }

    @Test
    void withAnUnknownParameterIsRefused() {
        refused("'steps': [{'op': 'flush', 'hard': true}]")
                .hasMessage("The format knows no key 'hard' for the operation flush. It knows op, session, target.");
    }

    @Test
    void withoutARequiredParameterIsRefused() {
        refused("'steps': [{'op': 'delete'}]")
                .hasMessageContaining("The key 'target' is missing for the operation delete");
    }

    @Test
    void withAnUnknownKeyIsRefused() {
        refused("'steps': [], 'speed': 3").hasMessageContaining("no key 'speed' for a scenario");
    }

    @Test
    void withAnUnknownHookIsRefused() {
        refused("'steps': [], 'extensions': {'M': {'kind': 'mapper', 'only': ['before_flush']}}")
                .hasMessageContaining("There is no hook 'before_flush' for extension M");
    }

    @Test
    void raisesInRulesOnly() {
        refused("'steps': [{'op': 'raise', 'message': 'boom'}]").hasMessageContaining("belongs into a rule");
    }

    @Test
    void thatAsksForAnUndeclaredExtensionIsRefused() {
        OdmScenario scenario = read("'steps': []");

        assertThatThrownBy(() -> scenario.extension("X")).hasMessage("The scenario n declares no extension 'X'.");
    }

    @Test
    void takesOptionsOfATypeFromWithinIt() {
        var stored = (FieldDeclaration.Stored) field("{'name': 'v', 'type': {'value': 2, 'required': true}}");

        assertThat(stored.options().required()).isTrue();
        assertThat(stored.type()).isInstanceOf(TypeDeclaration.Constant.class);
    }

    @Test
    void tellsNoDefaultFromTheDefaultNull() {
        var none = (FieldDeclaration.Stored) field("{'name': 'm', 'type': 'str', 'if_missing': {'$missing': true}}");
        var nothing = (FieldDeclaration.Stored) field("{'name': 'm', 'type': 'str', 'if_missing': null}");

        assertThat(none.options().noDefault()).isTrue();
        assertThat(nothing.options().noDefault()).isFalse();
        assertThat(nothing.options().ifMissing().isNull()).isTrue();
    }

    @Test
    void takesTheSideOfARelationFromVia() {
        var relation = (FieldDeclaration.Relation) field("{'name': 'p', 'relation': 'A', 'via': ['p_id', false]}");

        assertThat(relation.via()).isEqualTo("p_id");
        assertThat(relation.ownSide()).isFalse();
    }

    @Test
    void withAnUnknownTypeIsRefused() {
        refused("'steps': [], 'model': [{'class': 'A', 'fields': [{'name': 'x', 'type': 'word'}]}]")
                .hasMessageStartingWith("The format knows no type 'word' of field A.x.");
    }
}
