package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.session.Instance;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.session.Garden.Pot;
import dev.grapnel.testkit.session.Garden.Sack;
import dev.grapnel.testkit.session.Garden.Seed;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How versions are counted, and what they protect from. */
@EveryDatabase
@DisplayName("Versions on")
class VersionTest extends DatabaseTest {
    VersionTest() {
        super(Garden.ALL);
    }

    @Test
    @Tag("U-21")
    void ofARowThatChangesItsObjectGoOn() {
        Garden.Tag old = new Garden.Tag(1);
        session.add(old);
        session.flush();
        old.text = "changed";
        session.flush();
        session.delete(old);
        Garden.Tag fresh = new Garden.Tag(1);
        fresh.text = "new";
        session.add(fresh);

        session.flush();

        assertThat(fresh.version).isEqualTo(old.version + 1);
    }

    @Test
    void areReadAgainBehindTheListenersOfTheirUpdate() {
        Garden.Tag tag = new Garden.Tag(1);
        session.add(tag);
        session.commit();
        Instance.of(tag).flagDirty();
        statements.clear();

        session.flush();

        assertThat(Instance.of(tag).unloaded()).doesNotContain("version");
        assertThat(statements.count(StatementKind.SELECT)).isEqualTo(1);
        assertThat(statements.count(StatementKind.UPDATE)).isZero();
    }

    @Nested
    class OfTimes {
        private Seed given() {
            Seed seed = new Seed();
            session.add(seed);
            session.flush();
            return seed;
        }

        @Test
        @Tag("U-19")
        void growWithEachUpdate() {
            Seed seed = given();
            Instant first = seed.version;

            seed.text = "a";
            session.flush();
            Instant second = seed.version;
            seed.text = "b";
            session.flush();

            assertThat(first).isBefore(second);
            assertThat(second).isBefore(seed.version);
        }

        @Test
        @Tag("U-19")
        void refuseARowThatSomeoneElseChanged() {
            Seed seed = given();
            Seed other = new Seed();
            session.add(other);
            session.flush();
            direct().execute("update seed set version = (select max(version) from seed)");
            seed.text = "a";

            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
        }
    }

    @Nested
    class OfAGenerator {
        @Test
        @Tag("U-19")
        void beginWithWhatItMakesOfNothing() {
            Pot pot = new Pot(1);
            session.add(pot);
            session.flush();
            assertThat(pot.version).isEqualTo("v");

            pot.text = "a";
            session.flush();

            assertThat(pot.version).isEqualTo("vv");
        }

        @Test
        @Tag("U-17")
        void areNotAskedForWhereADeleteIsNotConfirmed() {
            Pot pot = new Pot(1);
            session.add(pot);
            session.flush();
            direct().execute("delete from pot");
            session.delete(pot);

            assertThatCode(session::flush).doesNotThrowAnyException();
        }
    }

    @Nested
    class OfTheProgram {
        private Sack given() {
            Sack sack = new Sack(1);
            sack.version = 10;
            session.add(sack);
            session.flush();
            return sack;
        }

        @Test
        @Tag("U-23")
        void areWhatItSays() {
            Sack sack = given();
            sack.text = "a";
            sack.version = 20;

            session.flush();

            assertThat(direct().fetchValue("select version from sack")).isEqualTo(20);
        }

        @Test
        @Tag("U-23")
        void stayWhereItSaysNothing() {
            Sack sack = given();
            sack.text = "a";

            session.flush();

            assertThat(direct().fetchValue("select version from sack")).isEqualTo(10);
        }

        @Test
        @Tag("U-23")
        @Tag("U-19")
        void tellTheRowAllTheSame() {
            Sack sack = given();
            direct().execute("update sack set version = 11");
            sack.text = "a";

            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
        }

        @Test
        @Tag("U-23")
        void areMissedWhereItSaysNothingOfANewObject() {
            session.add(new Sack(1));

            assertThatThrownBy(session::flush).isInstanceOf(RuntimeException.class);
        }
    }
}
