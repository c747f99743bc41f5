package dev.grapnel.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.instrument.ClassManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A state keeps the value of its key and makes the key when it is asked for. */
@DisplayName("The identity that a state keeps")
@SuppressWarnings("StringOperationCanBeSimplified") // equal values that are not the same are wanted
class StateIdentityTest {
    private static final IdentityKey ED = IdentityKey.of(Small.class, "ed", null);

    private ClassManager manager;
    private Object object;
    private InstanceState state;

    @BeforeEach
    void manage() {
        manager = ClassManager.manage(Small.class, null);
        manager.addScalar("name", "name");
        object = manager.newInstance();
        state = ClassManager.requireState(object);
    }

    @AfterEach
    void release() {
        manager.release();
    }

    private static IdentityKey key(Class<?> root, String token, Object... parts) {
        return IdentityKey.ofParts(root, parts, token);
    }

    // ---- what is kept ----

    @Test
    void isThereWhileTheKeyIs() {
        assertThat(state.hasKey()).isFalse();
        assertThat(state.key()).isNull();

        state.key(ED);
        assertThat(state.hasKey()).isTrue();

        state.key(null);
        assertThat(state.hasKey()).isFalse();
        assertThat(state.key()).isNull();
    }

    @Test
    void isTheValueAloneOfAKeyThatSaysNothingMore() {
        assertThat(ED.shortForm(Small.class)).isEqualTo("ed");
    }

    @Test
    void isTheWholeKeyIfItHasATokenOrSeveralPartsOrAnotherRoot() {
        IdentityKey sharded = key(Small.class, "north", "ed");
        IdentityKey pair = key(Small.class, null, "ed", 1);

        assertThat(sharded.shortForm(Small.class)).isSameAs(sharded);
        assertThat(pair.shortForm(Small.class)).isSameAs(pair);
        assertThat(ED.shortForm(Object.class)).isSameAs(ED);
    }

    @Test
    void givesBackEqualKeysOfAnyForm() {
        for (IdentityKey key : new IdentityKey[] {
            ED, key(Small.class, "north", "ed"), key(Small.class, null, "ed", 1), key(Object.class, null, "ed")
        }) {
            state.key(key);

            assertThat(state.key()).isEqualTo(key);
            assertThat(state.requireKey()).isEqualTo(key);
            assertThat(state.identityHash()).isEqualTo(key.hashCode());
        }
    }

    @Test
    void hasTheTokenOfTheKey() {
        assertThat(state.token()).isNull();

        state.key(ED);
        assertThat(state.token()).isNull();

        state.key(key(Small.class, "north", "ed"));
        assertThat(state.token()).isEqualTo("north");
    }

    @Test
    void hasNoHashWithoutAKey() {
        assertThatThrownBy(state::identityHash).hasMessage("identity key");
    }

    // ---- comparing ----

    @Test
    void isThatOfAnEqualKeyOnly() {
        state.key(ED);

        assertThat(state.isIdentifiedBy(key(Small.class, null, new String("ed"))))
                .isTrue();
        assertThat(state.isIdentifiedBy(key(Small.class, null, "wendy"))).isFalse();
        assertThat(state.isIdentifiedBy(key(Object.class, null, "ed"))).isFalse();
        assertThat(state.isIdentifiedBy(key(Small.class, "north", "ed"))).isFalse();
        assertThat(state.isIdentifiedBy(key(Small.class, null, "ed", 1))).isFalse();
    }

    @Test
    void isThatOfAnEqualKeyOfSeveralPartsOnly() {
        state.key(key(Small.class, null, "ed", 1));

        assertThat(state.isIdentifiedBy(key(Small.class, null, "ed", 1))).isTrue();
        assertThat(state.isIdentifiedBy(key(Small.class, null, "ed", 2))).isFalse();
        assertThat(state.isIdentifiedBy(ED)).isFalse();
    }

    @Test
    void isOfNoKeyBeforeThereIsOne() {
        assertThat(state.isIdentifiedBy(ED)).isFalse();
    }

    // ---- sharing ----

    @Test
    void becomesTheVeryValueOfTheAttributeThatEqualsIt() {
        String value = new String("ed");
        state.key(ED);
        state.store(0, value);

        state.shareIdentity(0);

        assertThat(state.requireKey().part(0)).isSameAs(value);
    }

    @Test
    void staysAsItIsIfTheAttributeHasAnotherValueOrNone() {
        state.key(ED);
        state.shareIdentity(0);
        assertThat(state.key()).isEqualTo(ED);

        state.store(0, "wendy");
        state.shareIdentity(0);
        assertThat(state.key()).isEqualTo(ED);

        state.store(0, null);
        state.shareIdentity(0);
        assertThat(state.key()).isEqualTo(ED);
    }

    @Test
    void staysTheWholeKeyIfThatSaysMoreThanTheValue() {
        IdentityKey sharded = key(Small.class, "north", "ed");
        state.key(sharded);
        state.store(0, "ed");

        state.shareIdentity(0);

        assertThat(state.key()).isEqualTo(sharded);
    }
}
