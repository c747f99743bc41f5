package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.sql.bulk.Synchronize;
import dev.grapnel.testkit.session.Fleet.Cabin;
import dev.grapnel.testkit.session.Fleet.Ship;
import dev.grapnel.testkit.session.Members.Member;
import java.util.stream.Stream;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A map has no place for an element whose key the database has as null. */
@EveryDatabase
@DisplayName("A null as a key of a map on")
class NullMapKeyTest extends DatabaseTest {
    private static final Name OWNER = DSL.name("Member_id");

    NullMapKeyTest() {
        super(Stream.concat(Stream.of(Fleet.ALL), Stream.of(Member.class)).toArray(Class<?>[]::new));
    }

    @Test
    void isToldWithTheObjectAndTheMapThatWasLoaded() {
        Ship ship = new Ship("Argo");
        Cabin cabin = new Cabin("aft");
        cabin.ship = ship;
        session.add(ship);
        session.add(cabin);
        session.flush();
        session.update(Cabin.class)
                .set("name", null)
                .synchronize(Synchronize.NONE)
                .execute();
        session.commit();

        assertThatThrownBy(() -> ship.cabins.size())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "Cannot load Cabin[1] into attribute Ship.cabins of Ship[1]: the attribute or function of"
                                + " the element that gives the map's key is null, and a map has no place for it. Give its row a value,"
                                + " or map the relationship as a set or list.");
        assertThat(session.query(Ship.class).list()).containsExactly(ship);
    }

    @Test
    void isToldWithTheOwnerForACollectionOfValues() {
        Member ed = new Member("ed");
        session.add(ed);
        session.flush();
        direct().dropTable("member_score").execute();
        direct().createTable("member_score")
                .column(OWNER, SQLDataType.INTEGER)
                .column("game", SQLDataType.VARCHAR(255))
                .column("points", SQLDataType.INTEGER)
                .execute();
        direct().insertInto(DSL.table("member_score"))
                .columns(DSL.field(OWNER), DSL.field("points"))
                .values(ed.id, 3)
                .execute();
        session.commit();

        assertThatThrownBy(() -> ed.scores.size())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "Cannot load the map attribute Member.scores of Member[1]: the key of its element 3 is null,"
                                + " and a map has no place for it. Give the row a key in the database.");
    }
}
