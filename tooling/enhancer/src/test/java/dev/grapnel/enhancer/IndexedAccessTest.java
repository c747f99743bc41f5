package dev.grapnel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.FieldValues;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Recorder;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshRecorder.class)
class IndexedAccessTest {

    private Enhanced object;

    @BeforeEach
    void makeAnObjectWithTwoLevels() {
        Fixture shop = Fixture.enhanced(
                "@MappedSuperclass abstract class Base { boolean z; byte b; short s; char c; int i; long l; float f; double d; String t; }",
                "@Entity class Order extends Base { long l2; int[] a; double d2; boolean z2; char c2; float f2; byte b2; short s2; Integer i2; }");
        object = shop.createEnhanced("Order");
        object.$grapnel$state(new InstanceState().absent(0, true));
        Recorder.calls.clear();
    }

    @Test
    void readsAndWritesBoxedValuesOnEveryLevel() {
        Object[] values = {
            true,
            (byte) 1,
            (short) 2,
            'c',
            4,
            5L,
            6f,
            7d,
            "t",
            8L,
            new int[] {1},
            9d,
            true,
            'd',
            1f,
            (byte) 3,
            (short) 4,
            5
        };

        for (int i = 0; i < values.length; i++) {
            object.$grapnel$put(i, values[i]);
        }

        for (int i = 0; i < values.length; i++) {
            assertThat(object.$grapnel$get(i)).as("field %d", i).isEqualTo(values[i]);
        }
        assertThat(Recorder.calls).isEmpty();
    }

    @Test
    void storesZeroForNull() {
        for (int i = 0; i < 18; i++) {
            object.$grapnel$put(i, null);
        }

        assertThat(object.$grapnel$get(0)).isEqualTo(false);
        assertThat(object.$grapnel$get(3)).isEqualTo('\0');
        assertThat(object.$grapnel$get(8)).isNull();
        assertThat(object.$grapnel$get(9)).isEqualTo(0L);
        assertThat(object.$grapnel$get(11)).isEqualTo(0d);
    }

    @Test
    void handsOverPrimitivesUnboxed() {
        int[] ints = {0, 1, 2, 3, 4, 12, 13, 15, 16};
        for (int index : ints) {
            object.$grapnel$putInt(index, 1);
            assertThat(object.$grapnel$getInt(index)).isEqualTo(1);
        }
        for (int index : new int[] {5, 9}) {
            object.$grapnel$putLong(index, 1L << 40);
            assertThat(object.$grapnel$getLong(index)).isEqualTo(1L << 40);
        }
        for (int index : new int[] {6, 7, 11, 14}) {
            object.$grapnel$putDouble(index, 1.5);
            assertThat(object.$grapnel$getDouble(index)).isEqualTo(1.5);
        }
        assertThat(object.$grapnel$get(12)).isEqualTo(true);
        assertThat(object.$grapnel$get(14)).isEqualTo(1.5f);
    }

    /** Gives its position as a number of each kind, and an object that is told apart from it. */
    private record Positions(Object... objects) implements FieldValues {
        @Override
        public Object value(int position) {
            return objects[position];
        }

        @Override
        public int intAt(int position) {
            return 100 + position;
        }

        @Override
        public long longAt(int position) {
            return 200L + position;
        }

        @Override
        public double doubleAt(int position) {
            return 300d + position;
        }

        @Override
        public String stringAt(int position) {
            return "text " + position;
        }
    }

    private static int[] places(int fields) {
        int[] places = new int[fields];
        Arrays.fill(places, -1);
        return places;
    }

    @Test
    void fillsEachFieldInItsOwnFormOnEveryLevel() {
        int[] places = places(18);
        places[4] = 0;
        places[5] = 1;
        places[7] = 2;
        places[8] = 3;
        places[9] = 4;
        places[11] = 5;

        object.$grapnel$fill(new Positions(), places);

        assertThat(object.$grapnel$get(4)).isEqualTo(100);
        assertThat(object.$grapnel$get(5)).isEqualTo(201L);
        assertThat(object.$grapnel$get(7)).isEqualTo(302d);
        assertThat(object.$grapnel$get(8)).isEqualTo("text 3");
        assertThat(object.$grapnel$get(9)).isEqualTo(204L);
        assertThat(object.$grapnel$get(11)).isEqualTo(305d);
        assertThat(Recorder.calls).isEmpty();
    }

    @Test
    void fillsFieldsFromObjectsAndStoresZeroForNull() {
        int[] places = places(18);
        Object[] objects = {true, (byte) 1, (short) 2, 'c', 4, 5L, 6f, 7d, "t", null, new int[] {1}, 9d, null, 'd', 1f};
        for (int index = 0; index < objects.length; index++) {
            boolean plain = index == 4 || index == 5 || index == 7 || index == 8 || index == 9 || index == 11;
            places[index] = plain ? -2 - index : index;
        }
        places[17] = 4;
        object.$grapnel$putLong(9, 1);
        object.$grapnel$put(12, true);

        object.$grapnel$fill(new Positions(objects), places);

        for (int index = 0; index < 9; index++) {
            assertThat(object.$grapnel$get(index)).as("field %d", index).isEqualTo(objects[index]);
        }
        assertThat(object.$grapnel$get(9)).isEqualTo(0L);
        assertThat(object.$grapnel$get(10)).isSameAs(objects[10]);
        assertThat(object.$grapnel$get(11)).isEqualTo(9d);
        assertThat(object.$grapnel$get(12)).isEqualTo(false);
        assertThat(object.$grapnel$get(14)).isEqualTo(1f);
        assertThat(object.$grapnel$get(17)).isEqualTo(4);
    }

    @Test
    void leavesFieldsThatHaveNoPlaceWhenItFills() {
        object.$grapnel$put(4, 7);
        object.$grapnel$put(8, "t");
        object.$grapnel$put(1, (byte) 3);

        object.$grapnel$fill(new Positions(), places(18));

        assertThat(object.$grapnel$get(4)).isEqualTo(7);
        assertThat(object.$grapnel$get(8)).isEqualTo("t");
        assertThat(object.$grapnel$get(1)).isEqualTo((byte) 3);
    }

    @Test
    void fillsNothingInAClassWithoutFields() {
        Enhanced empty = Fixture.enhanced("@Entity class Empty {}").createEnhanced("Empty");

        empty.$grapnel$fill(new Positions(), new int[0]);

        assertThatThrownBy(() -> empty.$grapnel$get(0)).hasMessage("Empty has no field 0");
    }

    @Test
    void narrowsWhatDoesNotFit() {
        object.$grapnel$putInt(1, 257);
        object.$grapnel$putInt(16, 65537);

        assertThat(object.$grapnel$get(1)).isEqualTo((byte) 1);
        assertThat(object.$grapnel$get(16)).isEqualTo((short) 1);
    }

    @Test
    void refusesAnIndexOrAFormThatNoFieldHas() {
        assertThatThrownBy(() -> object.$grapnel$get(18)).hasMessage("Order has no field 18");
        assertThatThrownBy(() -> object.$grapnel$get(-1)).hasMessage("Order has no field -1");
        assertThatThrownBy(() -> object.$grapnel$put(99, "x")).hasMessage("Order has no field 99");
        assertThatThrownBy(() -> object.$grapnel$getLong(4)).hasMessage("Order has no field 4");
        assertThatThrownBy(() -> object.$grapnel$getInt(9)).hasMessage("Order has no field 9");
        assertThatThrownBy(() -> object.$grapnel$putDouble(17, 1)).hasMessage("Order has no field 17");
        assertThatThrownBy(() -> object.$grapnel$put(8, 1)).isInstanceOf(ClassCastException.class);
    }

    @Test
    void refusesEveryIndexOfAClassWithoutFields() {
        Enhanced empty = Fixture.enhanced("@Entity class Empty {}").createEnhanced("Empty");

        assertThatThrownBy(() -> empty.$grapnel$get(0)).hasMessage("Empty has no field 0");
        assertThatThrownBy(() -> empty.$grapnel$putLong(0, 1)).hasMessage("Empty has no field 0");
    }
}
