package dev.grapnel.conformance.trace;

import static dev.grapnel.conformance.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.Keys;
import dev.grapnel.core.state.Marker;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Words for")
class WordsTest {

    private final Words words = new Words(new Labels());

    @Test
    void scalarsAreJson() {
        assertThat(words.value(Arrays.asList(1, 2L, "x", true, null))).isEqualTo(json("[1, 2, 'x', true, null]"));
    }

    @Test
    void setsKeepTheirOrder() {
        assertThat(words.value(new LinkedHashSet<>(List.of("b", "a")))).isEqualTo(json("{'set': ['b', 'a']}"));
    }

    @Test
    void mapsAreMarkedAsMaps() {
        assertThat(words.value(Map.of("k", 1))).isEqualTo(json("{'map': {'k': 1}}"));
    }

    @Test
    void absentValuesAreSymbols() {
        assertThat(words.value(Marker.NO_VALUE)).isEqualTo(json("{'sym': 'NO_VALUE'}"));
        assertThat(words.value(Marker.PASSIVE_NO_RESULT)).isEqualTo(json("{'sym': 'PASSIVE_NO_RESULT'}"));
        assertThat(words.value(Keys.NONE)).isEqualTo(json("{'sym': 'NO_KEY'}"));
    }

    @Test
    void transactionsCountThoseToldOf() {
        Object first = new Object();
        Object second = new Object();

        assertThat(words.transaction(second)).isEqualTo(json("'T1'"));
        assertThat(words.transaction(first)).isEqualTo(json("'T2'"));
        assertThat(words.transaction(second)).isEqualTo(json("'T1'"));
    }

    @Test
    void theFirstSessionAreNone() {
        Object first = new Object();
        Object second = new Object();
        words.nameSession(first, "s1");
        words.nameSession(second, "s2");

        assertThat(words.session(first)).isNull();
        assertThat(words.session(second)).isEqualTo("s2");
    }

    @Test
    void attributeNamesAreSortedAndNullMeansAll() {
        assertThat(words.names(List.of("b", "a"))).isEqualTo(json("['a', 'b']"));
        assertThat(words.names(null).isNull()).isTrue();
    }
}
