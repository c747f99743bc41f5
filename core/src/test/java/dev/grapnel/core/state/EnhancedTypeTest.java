package dev.grapnel.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.state.Small.Smaller;
import java.lang.invoke.MethodHandles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The description of an enhanced class")
class EnhancedTypeTest {
    private final EnhancedType above = EnhancedType.find(Small.class);
    private final EnhancedType below = EnhancedType.find(Smaller.class);

    @AfterEach
    void watchNothing() {
        for (int index = 0; index < below.count(); index++) {
            below.watch(index, false);
        }
    }

    @Test
    void isThereForEnhancedClassesOnly() {
        assertThat(above.type()).isEqualTo(Small.class);
        assertThat(below.type()).isEqualTo(Smaller.class);
        assertThat(EnhancedType.find(String.class)).isNull();
    }

    @Test
    void countsTheFieldsOfSuperclassesFirst() {
        assertThat(above.base()).isZero();
        assertThat(above.count()).isEqualTo(2);
        assertThat(below.parent()).isSameAs(above);
        assertThat(below.base()).isEqualTo(2);
        assertThat(below.count()).isEqualTo(4);
    }

    @Test
    void findsTheIndexOfAFieldTheNearestOneOfTwo() {
        assertThat(above.indexOf("name")).isZero();
        assertThat(below.indexOf("name")).isEqualTo(2);
        assertThat(below.indexOf("count")).isEqualTo(1);
        assertThat(below.indexOf("extra")).isEqualTo(3);
        assertThat(below.indexOf("none")).isEqualTo(-1);
    }

    @Test
    void tellsNameClassAndTypeOfAField() {
        assertThat(below.name(1)).isEqualTo("count");
        assertThat(below.name(3)).isEqualTo("extra");
        assertThat(below.declaringClass(1)).isEqualTo(Small.class);
        assertThat(below.declaringClass(2)).isEqualTo(Smaller.class);
    }

    @Test
    void tellsTheTypeOfAFieldAsDeclared() {
        assertThat(below.fieldType(0)).isEqualTo(String.class);
        assertThat(below.fieldType(1)).isEqualTo(int.class);
        assertThat(below.fieldType(2)).isEqualTo(Integer.class);
        assertThat(below.fieldType(3)).isEqualTo(boolean.class);
    }

    @Test
    void saysObjectForAFieldThatReflectionDoesNotFind() {
        EnhancedType closed = EnhancedType.of(MethodHandles.lookup(), null, new String[] {"untold"});

        assertThat(closed.fieldType(0)).isEqualTo(Object.class);
    }

    @Test
    void watchesAFieldInTheClassThatDeclaresIt() {
        below.watch(1, true);
        below.watch(3, true);

        assertThat(above.isWatched(1)).isTrue();
        assertThat(below.isWatched(3)).isTrue();
        assertThat(above.isWatched(0)).isFalse();

        below.watch(1, false);
        assertThat(above.isWatched(1)).isFalse();
        assertThat(below.isWatched(3)).isTrue();
    }

    @Test
    void alwaysWatchesFieldsThatHaveNoBit() {
        EnhancedType wide = EnhancedType.find(Wide.class);

        wide.watch(64, false);
        assertThat(wide.isWatched(64)).isTrue();
        assertThat(wide.isWatched(63)).isFalse();

        wide.watch(64, true);
        assertThat(wide.isWatched(0)).isFalse();
    }

    @Test
    void isLinkedWithAManagerWhileItsClassIsManaged() {
        assertThat(above.manager()).isNull();

        ClassManager manager = ClassManager.manage(Small.class, null);
        assertThat(above.manager()).isSameAs(manager);

        manager.release();
        assertThat(above.manager()).isNull();
    }

    @Test
    void wantsTheArgumentsOfConstructorsOnceSomebodyAsks() {
        EnhancedType wide = EnhancedType.find(Wide.class);
        assertThat(wide.wantsArguments()).isFalse();

        wide.wantArguments();

        assertThat(wide.wantsArguments()).isTrue();
    }

    @Test
    void hasNothingInTheWayOfLoading() {
        assertThat(above.notLoadableBecauseOf()).isNull();
    }

    @Test
    void saysThatAFieldIsMissingAndWhoseDefectThatIs() {
        assertThatThrownBy(() -> EnhancedType.noSuchField("x", 9))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Object of java.lang.String has no persistent field of this kind at index 9.");
    }
}
