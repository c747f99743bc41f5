package dev.grapnel.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An identity key")
class IdentityKeyTest {
    private static IdentityKey parts(Object... parts) {
        return IdentityKey.ofParts(String.class, parts, null);
    }

    @Test
    void ofOnePartIsTheSameHoweverItWasMade() {
        assertThat(parts(7)).isEqualTo(IdentityKey.of(String.class, 7, null)).hasSameHashCodeAs(parts(7));
    }

    @Test
    void ofSeveralPartsEqualsOneWithEqualParts() {
        assertThat(parts("uk", 7)).isEqualTo(parts(new String("uk"), 7)).hasSameHashCodeAs(parts("uk", 7));
    }

    @Test
    void differsByOrderOfItsPartsByClassAndByToken() {
        assertThat(parts(1, 2)).isNotEqualTo(parts(2, 1));
        assertThat(parts(1)).isNotEqualTo(IdentityKey.of(Integer.class, 1, null));
        assertThat(parts(1)).isNotEqualTo(IdentityKey.of(String.class, 1, "shard"));
    }

    @Test
    void differsByTheTypeOfItsParts() {
        assertThat(parts(1)).isNotEqualTo(parts(1L));
    }

    @Test
    void isNotChangedThroughTheArrayItWasMadeFrom() {
        Object[] values = {1, 2};
        IdentityKey key = parts(values);
        values[0] = 9;

        assertThat(key).isEqualTo(parts(1, 2));
        assertThat(key.parts()).containsExactly(1, 2);
        assertThat(key.part(1)).isEqualTo(2);
    }

    @Test
    void isPrintedWithClassAndParts() {
        assertThat(parts(1, 2)).hasToString("String#[1, 2]");
        assertThat(IdentityKey.of(String.class, 1, "shard")).hasToString("String#1@shard");
    }
}
