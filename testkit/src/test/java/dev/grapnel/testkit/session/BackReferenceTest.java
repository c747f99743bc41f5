package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.TrackedList;
import dev.grapnel.core.state.Passive;
import dev.grapnel.testkit.session.Fleet.Cabin;
import dev.grapnel.testkit.session.Fleet.Captain;
import dev.grapnel.testkit.session.Fleet.Port;
import dev.grapnel.testkit.session.Fleet.Sailor;
import dev.grapnel.testkit.session.Fleet.Ship;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sequences of the table "both sides of a bidirectional relationship", with the initiator that travels. */
@DisplayName("The other side of a pair")
class BackReferenceTest extends MappedTest {
    private Ship argo;
    private Ship nave;
    private Sailor joe;

    BackReferenceTest() {
        super(Fleet.ALL);
    }

    @BeforeEach
    void make() {
        argo = new Ship("argo");
        nave = new Ship("nave");
        joe = new Sailor("joe");
    }

    private void recordCrews() {
        trace.of(Ship.class, "sailors").of(Sailor.class, "ship");
        argo.sailors.size();
        nave.sailors.size();
        trace.clear();
    }

    private void givenAboardOfArgo() {
        argo.sailors.add(joe);
        recordCrews();
    }

    @Test
    @Tag("A-2")
    @Tag("A-33")
    void isSetBeforeTheElementIsAppended() {
        recordCrews();

        argo.sailors.add(joe);

        trace.assertLines("joe.ship set argo was NO_VALUE (sailors append)", "argo.sailors append joe");
        assertThat(joe.ship).isSameAs(argo);
    }

    @Test
    @Tag("A-2")
    @Tag("A-33")
    void isAppendedToBeforeTheReferenceIsSet() {
        recordCrews();

        joe.ship = argo;

        trace.assertLines("argo.sailors append joe (ship replace)", "joe.ship set argo was NO_VALUE");
        assertThat(argo.sailors).containsExactly(joe);
    }

    @Test
    @Tag("A-33")
    void ofTheOldTargetIsLeftBeforeThatOfTheNewIsJoined() {
        givenAboardOfArgo();

        joe.ship = nave;

        trace.assertLines(
                "argo.sailors remove joe (ship replace)",
                "nave.sailors append joe (ship replace)",
                "joe.ship set nave was argo");
    }

    @Test
    @Tag("A-33")
    void isLeftWhenTheReferenceIsCleared() {
        givenAboardOfArgo();

        joe.ship = null;

        trace.assertLines("argo.sailors remove joe (ship replace)", "joe.ship set null was argo");
        assertThat(argo.sailors).isEmpty();
    }

    @Test
    @Tag("A-36")
    void isSetToNullAndNotRemovedWhenTheElementLeaves() {
        givenAboardOfArgo();

        argo.sailors.remove(joe);

        trace.assertLines("joe.ship set null was argo (sailors remove)", "argo.sailors remove joe");
        assertThat(joe.ship).isNull();
    }

    @Test
    @Tag("A-36")
    void isSetToNullForEachElementOfAClearedCollection() {
        Sailor moe = new Sailor("moe");
        argo.sailors.add(moe);
        givenAboardOfArgo();

        argo.sailors.clear();

        trace.assertLines(
                "moe.ship set null was argo (sailors remove)",
                "argo.sailors remove moe",
                "joe.ship set null was argo (sailors remove)",
                "argo.sailors remove joe");
    }

    @Test
    @Tag("A-33")
    void ofTheFormerOwnerIsToldByTheReferenceWhenAnotherOneIsGivenAWholeCollection() {
        givenAboardOfArgo();

        nave.sailors = new ArrayList<>(List.of(joe));

        trace.assertLines(
                "nave.sailors init_collection []",
                "nave.sailors bulk_replace [joe]",
                "argo.sailors remove joe (ship replace)",
                "joe.ship set nave was argo (sailors bulk_replace)",
                "nave.sailors append joe (sailors bulk_replace)",
                "nave.sailors dispose_collection []");
        assertThat(argo.sailors).isEmpty();
    }

    @Test
    @Tag("A-33")
    void isToldOnceWhateverSideBegins() {
        trace.of(Ship.class, "ports").of(Port.class, "ships");
        Port oslo = new Port("oslo");
        argo.ports.add(oslo);
        assertThat(trace.lines()).filteredOn(line -> line.contains(" append ")).hasSize(2);
        trace.clear();

        oslo.ships.remove(argo);

        trace.assertLines("argo.ports remove oslo (ships remove)", "oslo.ships remove argo");
    }

    @Test
    @Tag("A-2")
    void ofManyToManyIsAppendedToFirstWithTheSameInitiator() {
        trace.of(Ship.class, "ports").of(Port.class, "ships");
        Port oslo = new Port("oslo");
        argo.ports.size();
        oslo.ships.size();
        trace.clear();

        argo.ports.add(oslo);

        trace.assertLines("oslo.ships append argo (ports append)", "argo.ports append oslo");
    }

    @Test
    @Tag("A-25")
    @Tag("A-33")
    void thatIsAMapTakesTheElementUnderItsKey() {
        trace.of(Ship.class, "cabins").of(Cabin.class, "ship");
        Cabin aft = new Cabin("aft");
        argo.cabins.size();
        trace.clear();

        aft.ship = argo;

        trace.assertLines("argo.cabins append aft (ship replace)", "aft.ship set argo was NO_VALUE");
        assertThat(argo.cabins).containsEntry("aft", aft);
    }

    @Nested
    @DisplayName("of one-to-one")
    class OneToOne {
        private Captain kidd;
        private Captain hook;

        @BeforeEach
        void record() {
            kidd = new Captain("kidd");
            hook = new Captain("hook");
            argo.captain = kidd;
            trace.of(Ship.class, "captain").of(Captain.class, "ship");
        }

        @Test
        @Tag("A-33")
        void isClearedForTheOldAndSetForTheNew() {
            argo.captain = hook;

            trace.assertLines(
                    "kidd.ship set null was argo (captain replace)",
                    "hook.ship set argo was NO_VALUE (captain replace)",
                    "argo.captain set hook was kidd");
        }

        @Test
        @Tag("A-33")
        void keepsTheFormerReferenceThatNobodyCleared() {
            hook.ship = argo;

            trace.assertLines("argo.captain set hook was kidd (ship replace)", "hook.ship set argo was NO_VALUE");
            assertThat(kidd.ship).isSameAs(argo);
        }
    }

    // ---- an element twice ----

    @Test
    @Tag("A-24")
    void staysAsItIsWhileTheListHoldsTheElementOnceMore() {
        argo.sailors.add(joe);
        argo.sailors.add(joe);

        argo.sailors.remove(joe);
        assertThat(joe.ship).isSameAs(argo);

        argo.sailors.remove(joe);
        assertThat(joe.ship).isNull();
    }

    @Test
    @Tag("A-24")
    void isClearedWhenTheLastElementIsTakenAlthoughItIsThereOnceMore() {
        argo.sailors.add(joe);
        argo.sailors.add(joe);

        ((TrackedList<Sailor>) argo.sailors).removeLast();

        assertThat(joe.ship).isNull();
    }

    // ---- tolerance ----

    @Test
    @Tag("A-34")
    void thatIsASetAndDoesNotHoldTheElementIgnoresItsRemoval() {
        Port oslo = new Port("oslo");
        oslo.ships.size();
        trace.of(Port.class, "ships");
        AttributeTracker ships = attribute(oslo, "ships");

        ships.pop(state(oslo), argo, attribute(argo, "ports").removeToken(), Passive.OFF);

        assertThat(trace.lines()).isEmpty();
    }

    @Test
    @Tag("A-34")
    void thatIsAListAndDoesNotHoldTheElementStaysAsItIs() {
        givenAboardOfArgo();
        AttributeTracker sailors = attribute(argo, "sailors");

        sailors.pop(state(argo), new Sailor("moe"), attribute(joe, "ship").replaceToken(), Passive.OFF);

        assertThat(argo.sailors).containsExactly(joe);
    }

    @Test
    @Tag("A-34")
    void thatRefersToAnotherObjectByNowIsLeftAlone() {
        givenAboardOfArgo();
        AttributeTracker ship = attribute(joe, "ship");

        ship.pop(state(joe), nave, attribute(nave, "sailors").removeToken(), Passive.OFF);

        assertThat(joe.ship).isSameAs(argo);
        assertThat(trace.lines()).isEmpty();
    }

    @Test
    @Tag("A-35")
    void refusesAnInitiatorOfAnUnrelatedAttribute() {
        AttributeTracker sailors = attribute(argo, "sailors");

        assertThatThrownBy(() -> sailors.append(
                        state(argo), joe, attribute(argo, "ports").appendToken(), Passive.OFF))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Bidirectional attribute conflict");
    }
}
