package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.sql.attribute.Aliased;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.attribute.ReferenceAttribute;
import dev.grapnel.sql.query.Page;
import dev.grapnel.sql.query.Query;
import dev.grapnel.testkit.session.Fleet.Named;
import dev.grapnel.testkit.session.Fleet.Sailor;
import dev.grapnel.testkit.session.Fleet.Ship;
import java.util.List;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Attributes that a superclass without a table declares mean those of the class that a statement is about. */
@EveryDatabase
@DisplayName("Attributes of a mapped superclass on")
class SuperclassAttributeTest extends DatabaseTest {
    private static final ColumnAttribute<Named, String> NAME = ColumnAttribute.of(Named.class, "name", String.class);
    private static final CollectionAttribute<Ship, Sailor> SAILORS =
            CollectionAttribute.of(Ship.class, "sailors", Sailor.class);
    private static final ReferenceAttribute<Sailor, Ship> SHIP =
            ReferenceAttribute.of(Sailor.class, "ship", Ship.class);

    SuperclassAttributeTest() {
        super(Fleet.ALL);
    }

    @BeforeEach
    void givenTwoShips() {
        elsewhere(s -> {
            Ship argo = new Ship("Argo");
            argo.sailors.add(new Sailor("Jason"));
            argo.sailors.add(new Sailor("Orpheus"));
            s.addAll(List.of(argo, new Ship("Beagle")));
        });
    }

    private Query<Ship> ships() {
        return session.query(Ship.class);
    }

    @Test
    void areConditionsOrdersAndValues() {
        assertThat(ships().where(NAME.eq("Argo")).one().name).isEqualTo("Argo");
        assertThat(session.query(Sailor.class).orderBy(NAME.desc()).values(NAME))
                .containsExactly("Orpheus", "Jason");
        assertThat(ships().where(NAME.like("B%")).count()).isOne();
    }

    @Test
    void areOfTheRelatedClassWithinAQuestionAboutIt() {
        assertThat(ships().where(SAILORS.any(NAME.eq("Jason"))).one().name).isEqualTo("Argo");
        assertThat(session.query(Sailor.class)
                        .where(SHIP.has(NAME.eq("Argo")), NAME.ne("Jason"))
                        .one()
                        .name)
                .isEqualTo("Orpheus");
    }

    @Test
    void areOfAClassUnderAnotherName() {
        Aliased<Ship> ship = Aliased.of(Ship.class, "s");

        List<Record> rows = session.query(Sailor.class)
                .join(SHIP, ship)
                .orderBy(NAME)
                .select(NAME, ship.get(NAME))
                .list();

        assertThat(rows).extracting(row -> row.get(1)).containsExactly("Argo", "Argo");
    }

    @Test
    void areReadByPages() {
        Page<Ship> first = ships().orderBy(NAME).page(1);

        assertThat(ships().orderBy(NAME).page(1, first.next()).items())
                .extracting(ship -> ship.name)
                .containsExactly("Beagle");
    }

    @Test
    void areUpdatedByStatements() {
        Ship argo = ships().where(NAME.eq("Argo")).one();

        assertThat(session.update(Ship.class)
                        .set(NAME, "Argo II")
                        .where(NAME.eq("Argo"))
                        .execute())
                .isOne();

        assertThat(argo.name).isEqualTo("Argo II");
        assertThat(session.deleteFrom(Sailor.class)
                        .where(DSL.lower(NAME).eq("jason"))
                        .execute())
                .isOne();
    }

    @Test
    void needAClassThatHasThem() {
        assertThatThrownBy(() -> direct().select(NAME).fetch())
                .isInstanceOf(UnmappedClassException.class)
                .hasMessageContaining("Cannot use attribute Named.name: class");
    }
}
