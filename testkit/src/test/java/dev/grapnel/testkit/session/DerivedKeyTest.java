package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.IntegrityException;
import dev.grapnel.testkit.session.Keys.Owner;
import dev.grapnel.testkit.session.Keys.Passport;
import dev.grapnel.testkit.session.Keys.Stamp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Objects whose key is that of another object. */
@EveryDatabase
@DisplayName("A key taken from another object on")
class DerivedKeyTest extends DatabaseTest {
    private Owner owner;
    private Passport passport;

    DerivedKeyTest() {
        super(Keys.DERIVED);
    }

    @BeforeEach
    void addThem() {
        owner = new Owner();
        passport = new Passport();
        passport.stamps.add(new Stamp(1));
        passport.stamps.add(new Stamp(2));
        owner.passport = passport;
        session.add(owner);
    }

    @Test
    @Tag("U-7")
    void isThatOfTheOtherAfterTheFlush() {
        session.flush();

        assertThat(passport.id).isEqualTo(owner.id).isNotNull();
        assertThat(session.get(Passport.class, owner.id)).isSameAs(passport);
    }

    @Test
    void standsInTheColumnOfTheForeignKey() {
        session.flush();

        assertThat(direct().fetchValue("select owner_id from passport")).isEqualTo(owner.id);
    }

    @Test
    @Tag("U-2")
    void isWrittenAfterTheOther() {
        session.flush();

        statements.assertStatements("INSERT owner", "INSERT passport", "INSERT stamp ×2");
    }

    @Test
    void mayBePartOfAKey() {
        session.commit();

        Stamp stamp = session.get(Stamp.class, owner.id, 2);
        assertThat(stamp.passport).isSameAs(passport);
        assertThat(direct().fetchValues("select passport from stamp")).hasSize(2);
    }

    @Test
    void isLoadedWithTheReference() {
        session.flush();
        Integer id = owner.id;
        session.commit();
        session.expungeAll();

        Passport loaded = session.get(Passport.class, id);

        assertThat(loaded.owner.id).isEqualTo(loaded.id);
        assertThat(loaded.owner.passport).isSameAs(loaded);
    }

    @Test
    void goesWithTheOther() {
        session.commit();
        session.delete(owner);

        session.flush();

        assertThat(rows("owner") + rows("passport") + rows("stamp")).isZero();
    }

    @Test
    void isExplainedByTheOther() {
        assertThat(session.explainFlush().rows().get(1).dependencies())
                .map(Object::toString)
                .containsExactly("1 (Passport.owner)");
    }

    @Test
    void isClearedWithoutBeingReadIfThereIsNoOther() {
        session.expungeAll();
        Stamp stamp = new Stamp(3);
        stamp.passport = null;
        session.add(stamp);
        AttributeTrace trace = new AttributeTrace().of(Stamp.class, "passportId");

        assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);

        assertThat(trace.lines()).singleElement().asString().endsWith("passportId set null was NO_VALUE");
    }
}
