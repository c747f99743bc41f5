package dev.grapnel.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashSet;
import java.util.Set;
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
    void tellsClassPartsAndToken() {
        IdentityKey key = IdentityKey.of(String.class, 7, "shard");

        assertThat(key.root()).isEqualTo(String.class);
        assertThat(key.part(0)).isEqualTo(7);
        assertThat(key.parts()).containsExactly(7);
        assertThat(key.token()).isEqualTo("shard");
        assertThat(parts(7).token()).isNull();
    }

    @Test
    void equalsItselfAndNothingElse() {
        IdentityKey key = parts(1, 2);

        assertThat(key.equals(key)).isTrue();
        assertThat(key.equals("String#[1, 2]")).isFalse();
        assertThat(key.equals(null)).isFalse();
        assertThat(key.equals(parts(1))).isFalse();
    }

    @Test
    void hasAHashThatSpreads() {
        Set<Integer> hashes = new HashSet<>();
        for (int number = 0; number < 500; number++) {
            hashes.add(parts(number).hashCode());
            hashes.add(parts("uk", number).hashCode());
        }

        assertThat(hashes).hasSizeGreaterThan(950);
        assertThat(parts(1)).doesNotHaveSameHashCodeAs(IdentityKey.of(Integer.class, 1, null));
        assertThat(parts(1)).doesNotHaveSameHashCodeAs(IdentityKey.of(String.class, 1, "shard"));
    }

    @Test
    void survivesSerialisationWithItsHash() throws Exception {
        IdentityKey key = IdentityKey.ofParts(String.class, new Object[] {"uk", 7}, "shard");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(key);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(key).hasSameHashCodeAs(key);
        }
    }

    @Test
    void isPrintedWithClassAndParts() {
        assertThat(parts(1, 2)).hasToString("String#[1, 2]");
        assertThat(IdentityKey.of(String.class, 1, "shard")).hasToString("String#1@shard");
    }
}
