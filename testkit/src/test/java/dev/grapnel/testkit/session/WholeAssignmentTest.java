package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.instrument.AttributeEvents;
import dev.grapnel.core.instrument.Operation;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.History;
import dev.grapnel.testkit.session.Fleet.Cabin;
import dev.grapnel.testkit.session.Fleet.Port;
import dev.grapnel.testkit.session.Fleet.Sailor;
import dev.grapnel.testkit.session.Fleet.Ship;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Assigning a whole collection")
class WholeAssignmentTest extends MappedTest {
    private Ship argo;
    private Sailor ann;
    private Sailor bob;
    private Sailor cyd;

    WholeAssignmentTest() {
        super(Fleet.ALL);
    }

    @BeforeEach
    void givenAShipWithAnnAndBob() {
        argo = new Ship("argo");
        ann = new Sailor("ann");
        bob = new Sailor("bob");
        cyd = new Sailor("cyd");
        argo.sailors.add(ann);
        argo.sailors.add(bob);
        commit(argo, ann, bob);
    }

    private AttributeEvents<Object, Object> crew() {
        return attribute(argo, "sailors").events();
    }

    private static <T> List<T> list(T... elements) {
        return new ArrayList<>(Arrays.asList(elements));
    }

    @Test
    @Tag("A-26")
    void firesInTheOrderOfTheRule() {
        trace.of(Ship.class, "sailors");

        argo.sailors = list(cyd, bob);

        trace.assertLines(
                "argo.sailors init_collection []",
                "argo.sailors bulk_replace [cyd, bob]",
                "argo.sailors append cyd (sailors bulk_replace)",
                "argo.sailors append_wo_mutation bob (sailors bulk_replace)",
                "argo.sailors remove ann (sailors bulk_replace)",
                "argo.sailors dispose_collection [ann, bob]");
        assertThat(argo.sailors).containsExactly(cyd, bob);
    }

    @Test
    @Tag("A-26")
    void carriesTheTokenOfReplacement() {
        List<Operation> operations = new ArrayList<>();
        crew().onAppend(event -> operations.add(event.initiator().operation()));
        crew().onRemove(event -> operations.add(event.initiator().operation()));

        argo.sailors = list(cyd);

        assertThat(operations).containsOnly(Operation.BULK_REPLACE).hasSize(3);
    }

    @Test
    @Tag("A-26")
    void ofTheCurrentCollectionStopsAfterBulkReplace() {
        trace.of(Ship.class, "sailors");
        List<Sailor> current = argo.sailors;

        argo.sailors = current;

        trace.assertLines("argo.sailors init_collection []", "argo.sailors bulk_replace [ann, bob]");
        assertThat(argo.sailors).isSameAs(current);
    }

    @Test
    @Tag("A-29")
    void ofTheCollectionThatWasJustChangedTellsOfNoElementAgain() {
        trace.of(Ship.class, "sailors");

        argo.sailors.add(cyd);
        List<Sailor> changed = argo.sailors;
        argo.sailors = changed;

        trace.assertLines(
                "argo.sailors append cyd",
                "argo.sailors init_collection []",
                "argo.sailors bulk_replace [ann, bob, cyd]");
    }

    @Test
    @Tag("A-26")
    void ofNullIsRefused() {
        assertThatThrownBy(() -> argo.sailors = null)
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Ship.sailors")
                .hasMessageContaining("was given null")
                .hasMessageContaining("Assign an empty one");

        assertThat(argo.sailors).containsExactly(ann, bob);
    }

    @Test
    @Tag("A-26")
    void ofAnotherKindIsRefusedBeforeAnybodyIsTold() {
        trace.of(Ship.class, "sailors");

        assertThatThrownBy(() -> Instance.of(argo).set("sailors", Set.of(cyd)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("it takes a java.util.List");

        trace.assertLines("argo.sailors init_collection []");
    }

    @Test
    @Tag("A-6")
    @Tag("A-26")
    void takesWhatAListenerLeftInTheListOfValues() {
        crew().onBulkReplace(event -> event.values().remove(cyd));

        argo.sailors = list(cyd, bob);

        assertThat(argo.sailors).containsExactly(bob);
        assertThat(cyd.ship).isNull();
    }

    @Test
    @Tag("A-26")
    void tellsWhatJoinedAndLeftInItsHistory() {
        argo.sailors = list(cyd, bob);

        assertThat(history(argo, "sailors")).isEqualTo(new History(List.of(cyd), List.of(bob), List.of(ann)));
    }

    @Test
    @Tag("A-26")
    void keepsParentLinksInStep() {
        argo.sailors = list(cyd, bob);

        assertThat(attribute(argo, "sailors").hasParent(state(ann), true)).isFalse();
        assertThat(attribute(argo, "sailors").hasParent(state(bob), false)).isTrue();
        assertThat(attribute(argo, "sailors").hasParent(state(cyd), false)).isTrue();
    }

    @Test
    @Tag("A-26")
    void leavesTheFormerCollectionFilledAndOrdinary() {
        List<Sailor> former = argo.sailors;
        argo.sailors = list(cyd);
        trace.of(Ship.class, "sailors");

        former.add(cyd);
        former.remove(ann);

        assertThat(former).containsExactly(bob, cyd);
        assertThat(trace.lines()).isEmpty();
        assertThat(argo.sailors).containsExactly(cyd);
    }

    @Test
    @Tag("A-26")
    void doesNotMakeTheGivenCollectionTheObjects() {
        List<Sailor> given = list(cyd);
        argo.sailors = given;

        given.clear();

        assertThat(argo.sailors).containsExactly(cyd);
    }

    @Test
    @Tag("A-5")
    @Tag("A-26")
    void thatIsRefusedInTheMiddleKeepsWhatJoinedBeforeAndKnowsWhatIsMissing() {
        Sailor dan = new Sailor("dan");
        crew().onAppend(event -> {
            if (event.value() == dan) {
                throw new IllegalStateException("no dan");
            }
        });

        assertThatThrownBy(() -> argo.sailors = list(cyd, dan)).hasMessage("no dan");

        assertThat(argo.sailors).containsExactly(cyd);
        assertThat(history(argo, "sailors")).isEqualTo(new History(List.of(cyd), List.of(), List.of(ann, bob)));
    }

    @Test
    @Tag("A-27")
    void comparesElementsByIdentity() {
        Sailor sameName = new Sailor("ann");
        trace.of(Ship.class, "sailors");

        argo.sailors = list(sameName, bob);

        assertThat(trace.lines())
                .contains(
                        "argo.sailors append ann (sailors bulk_replace)",
                        "argo.sailors remove ann (sailors bulk_replace)");
        assertThat(argo.sailors.get(0)).isSameAs(sameName);
    }

    @Test
    @Tag("A-28")
    void tellsOnceOfEachElementOfAListThatLeaves() {
        trace.of(Ship.class, "sailors");

        argo.sailors = list();

        assertThat(trace.lines())
                .filteredOn(line -> line.contains(" remove "))
                .containsExactly(
                        "argo.sailors remove ann (sailors bulk_replace)",
                        "argo.sailors remove bob (sailors bulk_replace)");
        assertThat(ann.ship).isNull();
    }

    @Test
    @Tag("A-28")
    void tellsOnceOfEachElementOfASetThatLeaves() {
        Port oslo = new Port("oslo");
        argo.ports.add(oslo);
        trace.of(Ship.class, "ports");

        argo.ports = new LinkedHashSet<>();

        assertThat(trace.lines()).filteredOn(line -> line.contains(" remove ")).hasSize(1);
        assertThat(oslo.ships).isEmpty();
    }

    @Test
    @Tag("A-28")
    void isNotDisturbedByAnotherThreadThatAssigns() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        try {
            Future<?> one = threads.submit(() -> replaceOften(start));
            Future<?> other = threads.submit(() -> replaceOften(start));
            one.get();
            other.get();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Void replaceOften(CyclicBarrier start) throws Exception {
        Ship ship = new Ship("own");
        start.await();
        for (int round = 0; round < 500; round++) {
            Sailor goes = new Sailor("goes");
            ship.sailors = list(goes);
            ship.sailors = list();
            assertThat(goes.ship).isNull();
            goes.ship = ship;
            goes.ship = null;
            assertThat(ship.sailors).isEmpty();
        }
        return null;
    }

    @Test
    @Tag("A-25")
    void ofAMapDerivesTheKeysAndTellsTheGivenOnes() {
        Cabin aft = new Cabin("aft");
        List<Object> keys = new ArrayList<>();
        attribute(argo, "cabins").events().onBulkReplace(event -> keys.addAll(event.keys()));

        argo.cabins = new LinkedHashMap<>(Map.of("zz", aft));

        assertThat(argo.cabins).containsOnlyKeys("aft");
        assertThat(keys).containsExactly("zz");
    }
}
