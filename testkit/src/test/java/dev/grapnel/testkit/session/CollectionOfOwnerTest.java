package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.testkit.session.Fleet.Sailor;
import dev.grapnel.testkit.session.Fleet.Ship;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.lang.ref.WeakReference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a collection and the object that has it owe each other. */
@EveryDatabase
@DisplayName("The collection of an object, on")
class CollectionOfOwnerTest extends DatabaseTest {
    private final AttributeTrace trace = new AttributeTrace();
    private Ship argo;

    CollectionOfOwnerTest() {
        super(
                Ship.class,
                Sailor.class,
                Fleet.Port.class,
                Fleet.Cabin.class,
                Fleet.Captain.class,
                Purse.class,
                Coin.class);
    }

    /** Its elements change their hash when they are inserted. */
    @Entity
    static class Purse {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @OneToMany(mappedBy = "purse", cascade = CascadeType.ALL)
        Set<Coin> coins = new LinkedHashSet<>();
    }

    @Entity
    static class Coin {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        Purse purse;

        @Override
        public boolean equals(Object other) {
            return other instanceof Coin coin && Objects.equals(id, coin.id);
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(id);
        }
    }

    @BeforeEach
    void givenAShipWithAnn() {
        argo = new Ship("argo");
        argo.sailors.add(new Sailor("ann"));
        session.add(argo);
        session.commit();
    }

    @Test
    @Tag("A-21")
    void firesInitWhenItIsLoadedAndNoAppend() {
        trace.of(Ship.class, "sailors");

        argo.sailors.size();

        trace.assertLines("argo.sailors init_collection []");
    }

    @Test
    @Tag("A-31")
    void stillTellsWhatHappensToItAfterItWasExpired() {
        List<Sailor> before = argo.sailors;
        session.expire(argo);
        argo.name.length();
        trace.of(Ship.class, "sailors");
        Sailor joe = new Sailor("joe");

        before.add(joe);

        assertThat(trace.lines()).contains("argo.sailors append joe");
        assertThat(joe.ship).isSameAs(argo);
        assertThat(session.contains(joe)).isTrue();
    }

    @Test
    @Tag("A-31")
    void isAnotherOneAfterItWasExpired() {
        List<Sailor> before = argo.sailors;
        session.expire(argo);
        before.add(new Sailor("joe"));

        assertThat(argo.sailors).isNotSameAs(before);
        session.commit();
        assertThat(argo.sailors).map(Sailor::toString).containsExactly("ann", "joe");
    }

    @Test
    @Tag("A-26")
    void isLoadedBeforeAnotherOneIsAssigned() {
        Sailor joe = new Sailor("joe");
        trace.of(Ship.class, "sailors");

        argo.sailors = new java.util.ArrayList<>(List.of(joe));

        assertThat(trace.lines())
                .containsSubsequence(
                        "argo.sailors bulk_replace [joe]",
                        "argo.sailors init_collection []",
                        "argo.sailors append joe (sailors bulk_replace)",
                        "argo.sailors remove ann (sailors bulk_replace)",
                        "argo.sailors dispose_collection [ann]");
    }

    @Test
    @Tag("U-32")
    void keepsItsOwnerAsLongAsItIsUsed() {
        List<Sailor> crew = argo.sailors;
        argo = null;
        System.gc();

        crew.add(new Sailor("joe"));
        session.commit();

        assertThat(rows("sailor")).isEqualTo(2);
    }

    @Test
    @Tag("U-32")
    void doesNotKeepItsOwnerOtherwise() throws Exception {
        argo.sailors.size();
        argo.ports.size();
        WeakReference<Ship> owner = new WeakReference<>(argo);
        session.commit();
        argo.sailors.size();
        argo = null;

        for (int round = 0; round < 50 && owner.get() != null; round++) {
            System.gc();
            Thread.sleep(10);
        }

        assertThat(owner.get()).isNull();
    }

    @Test
    void ofAnObjectThatIsGoneAndNeverUsedItIsAnOrdinaryOne() throws Exception {
        List<Sailor> crew = new Ship("gone").sailors;
        System.gc();
        Thread.sleep(10);
        System.gc();

        crew.add(new Sailor("joe"));

        assertThat(crew).hasSize(1);
    }

    @Test
    @Tag("A-34")
    void letsGoOfAnElementWhoseHashChanged() {
        Purse purse = new Purse();
        Coin coin = new Coin();
        purse.coins.add(coin);
        session.add(purse);
        session.flush();

        coin.purse = null;

        assertThat(purse.coins).isEmpty();
    }
}
