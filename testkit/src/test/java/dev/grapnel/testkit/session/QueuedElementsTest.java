package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.session.Fleet.Sailor;
import dev.grapnel.testkit.session.Fleet.Ship;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Elements that join or leave a collection that is not loaded, through its other side. */
@EveryDatabase
@DisplayName("What joins a collection that is not loaded, on")
class QueuedElementsTest extends DatabaseTest {
    private final AttributeTrace trace = new AttributeTrace();
    private Ship argo;

    QueuedElementsTest() {
        super(Fleet.ALL);
    }

    @BeforeEach
    void givenAShipWithAnn() {
        argo = new Ship("argo");
        argo.sailors.add(new Sailor("ann"));
        session.add(argo);
        session.commit();
        argo.name.length(); // the ship is here, its crew is not
        trace.of(Ship.class, "sailors");
        statements.clear();
    }

    private Sailor joining(String name) {
        Sailor sailor = new Sailor(name);
        sailor.ship = argo;
        return sailor;
    }

    @Test
    @Tag("A-32")
    void firesAndLoadsNothing() {
        joining("joe");

        trace.assertLines("argo.sailors append joe (ship replace)");
        assertThat(statements.count(StatementKind.SELECT)).isZero();
    }

    @Test
    @Tag("A-32")
    void isThereOnceTheCollectionIsLoaded() {
        session.autoflush(false);

        Sailor joe = joining("joe");

        assertThat(argo.sailors).hasSize(2).contains(joe);
    }

    @Test
    @Tag("A-32")
    void isGoneOnceTheCollectionIsLoaded() {
        Sailor ann = session.query(Sailor.class).list().get(0);
        session.autoflush(false);

        ann.ship = null;

        trace.assertLines("argo.sailors remove ann (ship replace)");
        assertThat(argo.sailors).isEmpty();
    }

    @Test
    @Tag("A-32")
    void cannotBeNull() {
        var sailors = registry.mapper(Ship.class).manager().tracker("sailors");
        try (Subscription unused = sailors.events().replaceOnAppend(e -> null)) {
            assertThatThrownBy(() -> joining("joe"))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("Cannot add null to attribute Ship.sailors of Ship[" + argo.id
                            + "]: the collection is not in memory, and what joins it later has to be an object. A listener to append gave"
                            + " null; let it throw to refuse an element. [INVALID_REQUEST]");
        }
    }

    @Test
    @Tag("A-32")
    void isInsertedWithTheSession() {
        session.add(joining("joe"));

        session.commit();

        assertThat(argo.sailors).map(Sailor::toString).containsExactly("ann", "joe");
    }

    @Test
    @Tag("A-32")
    void followsItsOwnerIntoAnotherUnitOfWork() {
        session.add(joining("joe"));
        session.expungeAll();

        session.add(argo);
        session.query(Sailor.class).list();

        assertThat(argo.sailors).map(Sailor::toString).containsExactly("ann", "joe");
        assertThat(rows("sailor")).isEqualTo(2);
    }

    @Test
    @Tag("A-32")
    void isTakenOutInAnotherUnitOfWork() {
        Sailor ann = session.query(Sailor.class).list().get(0);
        ann.ship = null;
        session.expungeAll();

        session.add(argo);
        session.flush();

        assertThat(argo.sailors).isEmpty();
        assertThat(direct().fetchValues("select ship_id from sailor")).containsOnlyNulls();
    }

    @Test
    @Tag("A-39")
    void doesNotFollowAnOwnerThatIsInTheSessionAlready() {
        Sailor joe = joining("joe");

        session.add(argo);

        assertThat(session.contains(joe)).isFalse();
    }
}
