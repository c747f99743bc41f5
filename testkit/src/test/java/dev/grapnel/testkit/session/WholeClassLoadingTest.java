package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.events.Events;
import dev.grapnel.sql.SelectState;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.query.Query;
import dev.grapnel.testkit.session.Streets.Avenue;
import dev.grapnel.testkit.session.Streets.House;
import dev.grapnel.testkit.session.Streets.Room;
import dev.grapnel.testkit.session.Streets.Route;
import dev.grapnel.testkit.session.Streets.Street;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What all objects of a class have is read without their keys, if they are more than one statement has keys. */
@EveryDatabase
@DisplayName("Loading of whole classes on")
class WholeClassLoadingTest extends DatabaseTest {
    private static final ColumnAttribute<Street, Integer> ID = ColumnAttribute.of(Street.class, "id", Integer.class);
    private static final int STREETS = 502;
    private static final LoadOptions HOUSES = LoadOptions.NONE.load(LoadStrategy.SELECTIN, "houses");
    private static final LoadOptions ROOMS = HOUSES.load(LoadStrategy.SELECTIN, "houses", "rooms");
    private static final LoadOptions ROUTES = LoadOptions.NONE.load(LoadStrategy.SELECTIN, "routes");

    WholeClassLoadingTest() {
        super(Streets.ALL);
    }

    /** Each street has a house, except for the last one, whose house is of the first. */
    @BeforeEach
    void givenMoreStreetsThanOneStatementHasKeys() {
        elsewhere(s -> {
            List<Street> streets = new ArrayList<>();
            for (int id = 1; id <= STREETS; id++) {
                Street street = id > 500 ? new Street(id) : new Avenue(id);
                streets.add(id < STREETS ? street.with(new House(10 * id)) : street);
            }
            streets.get(0).houses.add(new House(10 * STREETS));
            streets.get(0).houses.get(0).rooms.add(new Room(1));
            streets.get(0).routes.add(new Route(7));
            s.addAll(streets);
            s.add(new Room(2));
        });
        session.query(Street.class).limit(1).list();
        session.rollback();
        statements.clear();
    }

    private List<Street> load(Query<Street> query, LoadOptions options) {
        return query.options(options).list();
    }

    private int selects() {
        return statements.count(StatementKind.SELECT);
    }

    private List<String> last() {
        List<String> texts = statements.texts();
        return texts.subList(texts.size() - 1, texts.size());
    }

    @Test
    void takesOneStatementForWhatAllObjectsHave() {
        load(session.query(Street.class), HOUSES);

        assertThat(selects()).isEqualTo(2);
        assertThat(last()).noneMatch(sql -> sql.contains("where") || sql.contains("?"));
    }

    @Test
    void givesEachObjectItsOwn() {
        List<Street> streets = load(session.query(Street.class).orderBy(ID), HOUSES);

        assertThat(streets.get(0).houses).extracting(house -> house.id).containsExactlyInAnyOrder(10, 10 * STREETS);
        assertThat(streets.subList(1, STREETS - 1))
                .allMatch(street -> street.houses.size() == 1 && street.houses.get(0).id == 10 * street.id);
        assertThat(streets.get(STREETS - 1).houses).isEmpty();
    }

    @Test
    void loadsNothingThatIsOfNone() {
        List<Street> streets = load(session.query(Street.class).orderBy(ID), ROOMS);

        assertThat(selects()).isEqualTo(3);
        assertThat(streets.get(0).houses)
                .flatExtracting(house -> house.rooms)
                .extracting(room -> room.id)
                .containsExactly(1);
        assertThat(session.persistentObjects())
                .filteredOn(Room.class::isInstance)
                .hasSize(1);
    }

    @Test
    void goesOnWithWhatAllThoseHave() {
        load(session.query(Street.class), ROOMS);

        assertThat(last()).allMatch(sql -> sql.contains("is not null") && !sql.contains("?"));
    }

    @Test
    void readsAssociationsWithoutKeysToo() {
        List<Street> streets = load(session.query(Street.class).orderBy(ID), ROUTES);

        assertThat(selects()).isEqualTo(2);
        assertThat(streets.get(0).routes).extracting(route -> route.id).containsExactly(7);
    }

    @Test
    void leavesOutWhatHasComeWithAnOwnerThatTheQueryHasNotSeen() {
        Events.on(session).doOrmExecute(event -> {
            if (event.loaderPath() != null) {
                direct().execute("insert into street (id, \"DTYPE\") values (1000, 'Street')");
                direct().execute("insert into house (id, street_id) values (10000, 1000)");
            }
        });

        load(session.query(Street.class), HOUSES);

        assertThat(session.persistentObjects())
                .filteredOn(House.class::isInstance)
                .hasSize(STREETS)
                .noneMatch(house -> ((House) house).id == 10_000);
    }

    @Test
    void keepsToKeysIfTheQueryHasACondition() {
        load(session.query(Street.class).where(ID.gt(0)), HOUSES);

        assertThat(selects()).isEqualTo(3);
    }

    @Test
    void keepsToKeysIfTheQueryHasALimit() {
        load(session.query(Street.class).limit(STREETS), HOUSES);

        assertThat(selects()).isEqualTo(3);
    }

    @Test
    void keepsToKeysIfAListenerAddsCriteria() {
        Events.on(session).doOrmExecute(event -> {
            if (event.loaderPath() == null) {
                ((SelectState) event).addCriterion(LoadOptions.Criterion.on(ID, id -> id.gt(0)));
            }
        });

        load(session.query(Street.class), HOUSES);

        assertThat(selects()).isEqualTo(3);
    }

    @Test
    void keepsToKeysForPortionsOfAStream() {
        try (Stream<Street> all = session.query(Street.class).options(HOUSES).stream()) {
            assertThat(all).hasSize(STREETS);
        }

        assertThat(last()).allMatch(sql -> sql.contains("?"));
    }

    @Test
    void keepsToKeysForWhatASubclassHasFromItsSuperclass() {
        elsewhere(s -> s.add(new Avenue(STREETS + 1)));
        statements.clear();

        session.query(Avenue.class).options(HOUSES).list();

        assertThat(selects()).isEqualTo(3);
    }

    @Test
    void keepsToKeysForReferences() {
        session.query(House.class)
                .options(LoadOptions.NONE.load(LoadStrategy.SELECTIN, "street"))
                .list();

        assertThat(selects()).isEqualTo(3);
    }
}
