package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.bulk.DmlStrategy;
import dev.grapnel.testkit.session.Tallies.Drawn;
import dev.grapnel.testkit.session.Tallies.DrawnTwice;
import dev.grapnel.testkit.session.Tallies.EagerTally;
import dev.grapnel.testkit.session.Tallies.LazyTally;
import dev.grapnel.testkit.session.Tallies.Mark;
import dev.grapnel.testkit.session.Tallies.Player;
import dev.grapnel.testkit.session.Tallies.Tally;
import dev.grapnel.testkit.session.Tallies.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@EveryDatabase
@DisplayName("An expression of the mapping as a default")
class SqlDefaultTest extends DatabaseTest {
    private final List<Object> told = new ArrayList<>();

    SqlDefaultTest() {
        super(Tallies.ALL);
    }

    private <T> T flushed(T object) {
        session.add(object);
        session.flush();
        statements.clear();
        return object;
    }

    private Integer stored(String column, String table) {
        return direct().fetchOne("select \"" + column + "\" from " + table).get(0, Integer.class);
    }

    @Nested
    class InAnInsert {
        @Test
        @Tag("U-26")
        void givesTheValueOfWhatWasNeverSet() {
            Tally tally = flushed(new Tally("a"));

            assertThat(tally.grade).isEqualTo(2);
            assertThat(tally.changes).isZero();
            statements.assertStatements();
        }

        @Test
        @Tag("I-18")
        void isToldAsAGeneratedValue() {
            try (Subscription unused =
                    InstanceEvents.on(EagerTally.class).refreshFlush(e -> told.add(e.attributes()))) {
                flushed(new EagerTally("a"));
            }

            assertThat(told).containsExactly(List.of("grade", "changes"));
        }

        @Test
        void givesWayToAValue() {
            Tally tally = new Tally("a");
            tally.grade = 5;

            flushed(tally);
            session.commit();

            assertThat(tally.grade).isEqualTo(5);
        }

        @Test
        @Tag("U-26")
        void takesThePlaceOfNull() {
            Tally tally = new Tally("a");
            tally.grade = null;

            flushed(tally);

            assertThat(tally.grade).isEqualTo(2);
        }

        @Test
        void mayBeInTheWordsOfJooq() {
            Tally tally = flushed(new Tally("a"));

            assertThat(tally.greeting).isEqualTo("hello");
        }

        @Test
        void givesPartsOfEmbeddedValues() {
            Tally tally = new Tally("a");
            tally.mark = new Mark();
            tally.mark.text = "b";

            flushed(tally);

            assertThat(tally.mark.code).isEqualTo(7);
            assertThat(tally.mark.text).isEqualTo("b");
        }

        @Test
        @Tag("U-6")
        void goesInTheBatchOfItsShape() {
            Tally other = new Tally("c");
            other.grade = 8;
            session.addAll(List.of(new Tally("a"), new Tally("b"), other));

            session.flush();

            assertThat(direct().fetchValues("select grade from tally order by id"))
                    .extracting(grade -> ((Number) grade).intValue())
                    .containsExactly(2, 2, 8);
        }

        @Test
        void goesInBatchesWithoutLimit() {
            List<Tally> many = new ArrayList<>();
            for (int at = 0; at < 700; at++) {
                many.add(new Tally("n" + at));
            }
            session.addAll(many);

            session.flush();

            assertThat(many).allMatch(tally -> tally.grade == 2 && tally.greeting.equals("hello"));
        }

        @Test
        @Tag("I-20")
        void expiresWhereDefaultsComeLater() {
            try (Subscription unused = InstanceEvents.on(LazyTally.class).expire(e -> told.add(e.attributes()))) {
                LazyTally tally = flushed(new LazyTally("a"));

                assertThat(told).containsExactly(List.of("grade", "changes"));
                assertThat(tally.grade).isEqualTo(2);
            }
        }

        @Test
        void givesTheKey() {
            Drawn first = flushed(new Drawn("a"));
            Drawn second = flushed(new Drawn("b"));

            assertThat(first.id).isEqualTo(42);
            assertThat(second.id).isEqualTo(44);
            assertThat(session.get(Drawn.class, 44)).isSameAs(second);
        }

        @Test
        void givesTheKeyOfTheTablesOfASubclass() {
            DrawnTwice drawn = flushed(new DrawnTwice("a"));
            session.commit();

            assertThat(drawn.id).isEqualTo(42);
            assertThat(stored("id", "drawn_twice")).isEqualTo(42);
        }
    }

    @Nested
    class InAnUpdate {
        @Test
        @Tag("I-20")
        void expiresTheAttribute() {
            Tally tally = flushed(new Tally("a"));
            try (Subscription unused = InstanceEvents.on(Tally.class).expire(e -> told.add(e.attributes()))) {
                tally.name = "b";
                session.flush();
            }

            statements.assertStatements("UPDATE tally");
            assertThat(told).containsExactly(List.of("changes", "level"));
            assertThat(tally.changes).isEqualTo(1);
            assertThat(tally.level).isEqualTo(11);
        }

        @Test
        void isComputedAnewEachTime() {
            Tally tally = flushed(new Tally("a"));
            tally.name = "b";
            session.flush();
            tally.name = "c";
            session.flush();

            assertThat(tally.changes).isEqualTo(2);
            assertThat(tally.level).isEqualTo(12);
        }

        @Test
        void givesWayToAChange() {
            Tally tally = flushed(new Tally("a"));
            tally.changes = 50;

            session.commit();

            assertThat(tally.changes).isEqualTo(50);
        }

        @Test
        @Tag("U-16")
        void makesNoUpdateByItself() {
            Tally tally = flushed(new Tally("a"));
            tally.name = new String("a");

            session.flush();

            statements.assertStatements();
        }

        @Test
        @Tag("U-6")
        void goesInTheBatchOfItsShape() {
            List<Tally> tallies = List.of(new Tally("a"), new Tally("b"));
            session.addAll(tallies);
            session.flush();
            statements.clear();
            tallies.forEach(tally -> tally.name = tally.name + "!");

            session.flush();

            statements.assertStatements("UPDATE tally ×2");
            assertThat(tallies).extracting(tally -> tally.changes).containsExactly(1, 1);
        }

        @Test
        @Tag("I-18")
        void comesWithTheStatementOfEagerClasses() {
            EagerTally tally = flushed(new EagerTally("a"));
            tally.name = "b";
            try (Subscription unused =
                    InstanceEvents.on(EagerTally.class).refreshFlush(e -> told.add(e.attributes()))) {
                session.flush();
            }

            assertThat(statements.statements()).hasSize(1);
            assertThat(told).containsExactly(List.of("changes"));
            assertThat(tally.changes).isEqualTo(1);
            assertThat(statements.statements()).hasSize(1);
        }

        @Test
        void concernsTheTableThatIsWritten() {
            DrawnTwice drawn = flushed(new DrawnTwice("a"));
            drawn.name = "b";
            session.flush();
            assertThat(drawn.times).isNull();

            drawn.more = "c";
            session.flush();

            assertThat(drawn.times).isEqualTo(1);
        }

        @Test
        void isForetold() {
            Tally tally = flushed(new Tally("a"));
            tally.name = "b";

            assertThat(session.explainFlush().toString()).contains("changes").contains("level");
        }

        @Test
        void isRenderedOnce() {
            Tally tally = flushed(new Tally("a"));
            tally.name = "b";
            session.flush();
            long before = sessions.statements().misses() + sessions.statements().renderedOnce();
            tally.name = "c";

            session.flush();

            assertThat(sessions.statements().misses() + sessions.statements().renderedOnce())
                    .isEqualTo(before);
        }
    }

    @Nested
    class InAStatementOfTheApplication {
        @Test
        @Tag("Q-19")
        void fillsWhatRowsDoNotHave() {
            session.insertInto(Tally.class)
                    .values(List.of(Map.of("name", "a"), Map.of("name", "b", "grade", 6)))
                    .execute();

            assertThat(direct().fetchValues("select grade from tally order by id"))
                    .extracting(grade -> ((Number) grade).intValue())
                    .containsExactly(2, 6);
        }

        @Test
        @Tag("Q-18")
        void fillsTheRowsOfOneStatement() {
            session.insertInto(Tally.class)
                    .values(List.of(Map.of("name", "a"), Map.of("name", "b")))
                    .option(DmlStrategy.OPTION, DmlStrategy.ORM)
                    .execute();

            assertThat(direct().fetchValues("select grade from tally order by id"))
                    .extracting(grade -> ((Number) grade).intValue())
                    .containsExactly(2, 2);
        }

        @Test
        void isLeftOutOfRowsThatAreWrittenAsTheyStand() {
            session.insertInto(Tally.class)
                    .values(List.of(Map.of("name", "a")))
                    .option(DmlStrategy.OPTION, DmlStrategy.RAW)
                    .execute();

            assertThat(stored("grade", "tally")).isNull();
        }

        @Test
        @Tag("Q-25")
        void fillsRowsOfOlderPrograms() {
            session.legacyBulk().saveObjects(List.of(new Tally("a")));

            assertThat(stored("grade", "tally")).isEqualTo(2);
        }

        @Test
        @Tag("Q-21")
        void comesBackWithTheRows() {
            List<Tally> made = session.insertInto(Tally.class)
                    .values(List.of(Map.of("name", "a")))
                    .executeReturning();

            assertThat(made).extracting(tally -> tally.grade).containsExactly(2);
            assertThat(made).extracting(tally -> tally.greeting).containsExactly("hello");
        }

        @Test
        void givesTheKeyForTheNextTable() {
            session.insertInto(DrawnTwice.class)
                    .values(List.of(Map.of("name", "a", "more", "b")))
                    .execute();

            assertThat(stored("id", "drawn_twice")).isEqualTo(42);
        }

        @Test
        void isComputedByAnUpdateOfManyRows() {
            Tally tally = flushed(new Tally("a"));

            session.update(Tally.class).set("name", "b").execute();

            assertThat(Instance.of(tally).unloaded()).contains("changes");
            assertThat(tally.changes).isEqualTo(1);
            assertThat(tally.level).isEqualTo(11);
        }

        @Test
        void givesWayToWhatAnUpdateOfManyRowsSets() {
            Tally tally = flushed(new Tally("a"));

            session.update(Tally.class).set("changes", 70).execute();

            assertThat(tally.changes).isEqualTo(70);
            assertThat(stored("changes", "tally")).isEqualTo(70);
        }

        @Test
        @Tag("Q-20")
        void isComputedByAnUpdateByKeys() {
            Tally tally = flushed(new Tally("a"));

            session.update(Tally.class)
                    .byKey(List.of(Map.of("id", tally.id, "name", "b")))
                    .execute();

            assertThat(tally.name).isEqualTo("b");
            assertThat(tally.changes).isEqualTo(1);
            assertThat(tally.level).isEqualTo(11);
        }

        @Test
        @Tag("Q-20")
        void isComputedTogetherWithFunctionsOfTheProgram() {
            Team team = flushed(new Team(1));

            session.update(Team.class)
                    .byKey(List.of(Map.of("id", 1, "name", "b")))
                    .execute();

            assertThat(team.touched).isEqualTo(9);
            assertThat(team.changes).isEqualTo(1);
        }
    }

    @Nested
    class InAnUpdateOfItsOwn {
        private Team led() {
            Team team = new Team(1);
            team.leader = new Player(2, team);
            session.addAll(List.of(team, team.leader));
            session.flush();
            return team;
        }

        @Test
        @Tag("U-27")
        void isWrittenToo() {
            Team team = led();

            assertThat(team.changes).isEqualTo(1);
            assertThat(team.touched).isEqualTo(9);
            assertThat(stored("touched", "team")).isEqualTo(9);
        }

        @Test
        @Tag("U-27")
        @Tag("I-18")
        void tellsFunctionsAsGeneratedValues() {
            try (Subscription unused = InstanceEvents.on(Team.class).refreshFlush(e -> told.add(e.attributes()))) {
                led();
            }

            assertThat(told).containsExactly(List.of("version"), List.of("touched"));
        }

        @Test
        @Tag("U-27")
        void keepsTheVersionOfANewObject() {
            Team team = led();

            assertThat(team.version).isEqualTo(1);
            assertThat(stored("version", "team")).isEqualTo(1);
        }

        @Test
        @Tag("U-27")
        void countsTheVersionOfARow() {
            Team team = led();
            session.commit();
            team.leader = null;

            session.flush();

            assertThat(team.version).isEqualTo(2);
            assertThat(stored("version", "team")).isEqualTo(2);
        }

        @Test
        @Tag("U-27")
        @Tag("U-19")
        void missesARowThatSomeoneElseHasChanged() {
            Team team = led();
            session.commit();
            assertThat(team.leader).isNotNull();
            direct().execute("update team set version = 8");
            team.leader = null;

            assertThatThrownBy(session::flush)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("Cannot write the key of")
                    .hasMessageContaining("no row has key and version [1, 1]. Someone changed or deleted it; roll back"
                            + " and load the object anew.");
        }

        @Test
        @Tag("U-27")
        void expiresNothingOfAnObjectThatIsDeleted() {
            Team team = led();
            session.commit();
            assertThat(team.changes).isEqualTo(1);
            try (Subscription unused = Mapped.on(Team.class).afterDelete(e -> told.add(e.target().changes))) {
                session.delete(team.leader);
                session.delete(team);
                session.flush();
            }

            assertThat(told).containsExactly(1);
            assertThat(rows("team")).isZero();
        }
    }
}
