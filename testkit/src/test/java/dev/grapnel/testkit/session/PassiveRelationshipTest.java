package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.events.Subscription;
import dev.grapnel.testkit.session.Estate.Box;
import dev.grapnel.testkit.session.Estate.Chick;
import dev.grapnel.testkit.session.Estate.Egg;
import dev.grapnel.testkit.session.Estate.Guest;
import dev.grapnel.testkit.session.Estate.Hen;
import dev.grapnel.testkit.session.Estate.House;
import dev.grapnel.testkit.session.Estate.Sign;
import dev.grapnel.testkit.session.Estate.Stone;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a relationship leaves to the database, and what it does itself. */
@EveryDatabase
@DisplayName("Relationships that say what the database does on")
class PassiveRelationshipTest extends DatabaseTest {
    private final List<Object> seen = new ArrayList<>();

    PassiveRelationshipTest() {
        super(Estate.ALL);
    }

    private House stored(Object... others) {
        House house = new House("north");
        session.add(house);
        session.addAll(List.of(others));
        session.flush();
        return house;
    }

    @Nested
    class ToOneWithoutAnotherSide {
        @Test
        @Tag("U-25")
        void followAChangedKeyByAnUpdateWithEvents() {
            House house = stored();
            session.add(new Sign(1, house));
            session.flush();
            try (Subscription unused = Mapped.on(Sign.class).beforeUpdate(e -> seen.add(e.target().id))) {
                house.name = "south";
                session.commit();
            }

            assertThat(seen).containsExactly(1);
            assertThat(direct().fetchValue("select house_name from sign")).isEqualTo("south");
        }

        @Test
        @Tag("U-25")
        void followAlsoIfTheReferenceIsNotLoaded() {
            House house = stored();
            Sign sign = new Sign(1, house);
            session.add(sign);
            session.commit();
            house.name = "south";

            session.commit();

            assertThat(sign.house).isSameAs(house);
            assertThat(direct().fetchValue("select house_name from sign")).isEqualTo("south");
        }

        @Test
        void areExplained() {
            House house = stored();
            session.add(new Sign(1, house));
            session.flush();

            house.name = "south";

            assertThat(session.explainFlush().rows())
                    .map(row -> row.kind() + " " + row.place() + " " + row.columns())
                    .containsExactlyInAnyOrder("UPDATE house [name]", "UPDATE sign [house_name]");
        }
    }

    @Nested
    class OverAnAssociation {
        @Test
        @Tag("U-25")
        void moveTheirPairsToAChangedKey() {
            House house = stored();
            house.guests.addAll(List.of(new Guest(1), new Guest(2)));
            session.addAll(house.guests);
            session.commit();

            house.name = "south";
            session.commit();

            assertThat(direct().fetchValues("select distinct house_name from house_guest"))
                    .map(Object::toString)
                    .containsExactly("south");
            assertThat(house.guests).hasSize(2);
        }

        @Test
        @Tag("U-25")
        void writeWhatElseChangedWithTheNewKey() {
            House house = stored();
            Guest first = new Guest(1);
            Guest second = new Guest(2);
            session.addAll(List.of(first, second));
            house.guests.add(first);
            session.flush();

            house.name = "south";
            house.guests.add(second);
            session.commit();

            assertThat(house.guests).containsExactlyInAnyOrder(first, second);
            assertThat(rows("house_guest")).isEqualTo(2);
        }
    }

    @Nested
    class ThatLeaveMembersAlone {
        @Test
        @Tag("U-9")
        void setNoKeyToNullWhenTheOwnerIsDeleted() {
            House house = stored();
            Stone stone = new Stone(1, house);
            session.add(stone);
            session.flush();
            statements.clear();

            session.delete(house);
            session.flush();

            statements.assertStatements("SELECT guest", "DELETE house");
            assertThat(Instance.of(stone).get("house#house_name")).isEqualTo("north");
        }

        @Test
        @Tag("U-9")
        void doNotLoadThem() {
            elsewhere(s -> {
                House house = new House("north");
                s.add(house);
                s.add(new Stone(1, house));
            });
            session.delete(session.get(House.class, "north"));
            statements.clear();

            session.flush();

            assertThat(statements.texts()).noneMatch(text -> text.contains("stone"));
        }
    }

    @Nested
    class OfTwoParentsThatDeleteOrphans {
        private Hen hen;
        private Box box;

        private void given() {
            hen = new Hen();
            box = new Box();
            session.addAll(List.of(hen, box));
            session.flush();
            // Loaded now, so that no autoflush inserts what the tests add.
            assertThat(List.of(hen.eggs, box.eggs, hen.chicks, box.chicks)).allMatch(List::isEmpty);
        }

        @Test
        @Tag("U-13")
        void letANewObjectGoWhenOneOfThemDoes() {
            given();
            Chick chick = new Chick();
            hen.chicks.add(chick);
            box.chicks.add(chick);

            hen.chicks.remove(chick);

            assertThat(lifecycle(chick)).isEqualTo(LifecycleState.TRANSIENT);
        }

        @Test
        @Tag("U-13")
        void keepANewObjectUntilAllOfThemLetGoIfItsClassSaysSo() {
            given();
            Egg egg = new Egg();
            hen.eggs.add(egg);
            box.eggs.add(egg);

            hen.eggs.remove(egg);
            LifecycleState afterOne = lifecycle(egg);
            box.eggs.remove(egg);

            assertThat(afterOne).isEqualTo(LifecycleState.PENDING);
            assertThat(lifecycle(egg)).isEqualTo(LifecycleState.TRANSIENT);
        }

        @Test
        @Tag("U-13")
        void flushANewObjectThatOneOfThemHolds() {
            given();
            Egg egg = new Egg();
            hen.eggs.add(egg);
            box.eggs.add(egg);
            hen.eggs.remove(egg);

            session.commit();

            assertThat(session.query(Egg.class).one().box).isSameAs(box);
        }
    }
}
