package dev.grapnel.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The hint about an unknown name")
class ClosestNameTest {
    private static final List<String> KNOWN = List.of("street", "city", "country");

    @ParameterizedTest
    @CsvSource({"stret,street", "strete,street", "citty,city", "cty,city", "xity,city", "cuontry,country", "City,city"})
    void namesTheOneThatWasProbablyMeant(String given, String meant) {
        assertThat(ClosestName.hint(given, KNOWN)).isEqualTo(" Did you mean '" + meant + "'?");
    }

    @Test
    void listsThoseThatThereAreIfNoneIsNear() {
        assertThat(ClosestName.hint("zzzzzzzz", KNOWN)).isEqualTo(" It has [street, city, country].");
    }

    @Test
    void isNothingToChooseFromIfThereAreNone() {
        assertThat(ClosestName.hint("name", List.of())).isEqualTo(" It has [].");
    }

    @Test
    void allowsTwoEditsInAShortNameAndHalfOfALongOne() {
        assertThat(ClosestName.hint("ab", List.of("cd"))).contains("'cd'");
        assertThat(ClosestName.hint("ab", List.of("cde"))).contains("It has");
        assertThat(ClosestName.hint("abcdefgh", List.of("abcdwxyz"))).contains("'abcdwxyz'");
        assertThat(ClosestName.hint("abcdefgh", List.of("abcvwxyz"))).contains("It has");
    }

    @Test
    void takesTheNearestOfSeveralThatAreNear() {
        assertThat(ClosestName.hint("name", List.of("game", "names", "same", "lame", "nome", "namely")))
                .contains("'game'");
        assertThat(ClosestName.hint("name", List.of("nam", "tame", "name1", "names", "nAmE")))
                .contains("'nAmE'");
    }
}
