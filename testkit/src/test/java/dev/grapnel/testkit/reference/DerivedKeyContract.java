package dev.grapnel.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.FlushException;
import dev.grapnel.testkit.domain.ModelTest;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Classes whose key is a reference, or has one in it. */
abstract class DerivedKeyContract extends ModelTest {
    private Integer given() {
        return inSession(session -> {
            Country country = new Country("ch");
            session.addAll(List.of(country, new Flag(country, "red"), new Region(country, "Uri")));
            session.flush();
            return country.id;
        });
    }

    private List<?> stored(String query) {
        return inSession(session ->
                session.connection().unwrap(DSLContext.class).fetch(query).getValues(0));
    }

    @Test
    void isTakenFromTheObjectThatIsReferredTo() {
        Integer key = given();

        assertThat(stored("select country_id from flag")).isEqualTo(List.of(key));
        assertThat(stored("select country_id from region where name = 'Uri'")).isEqualTo(List.of(key));
    }

    @Test
    void findsTheObject() {
        Integer key = given();

        inSession(session -> {
            Flag flag = session.get(Flag.class, key);
            assertThat(flag.colours).isEqualTo("red");
            assertThat(flag.country).isSameAs(session.get(Country.class, key));
            assertThat(session.get(Flag.class, key)).isSameAs(flag);
            Region region = session.get(Region.class, key, "Uri");
            assertThat(region.country).isSameAs(flag.country);
            assertThat(session.get(Region.class, key, "Bern")).isNull();
            return null;
        });
    }

    @Test
    void staysWhenAValueChanges() {
        Integer key = given();

        inSession(session -> {
            session.get(Flag.class, key).colours = "white";
            session.get(Region.class, key, "Uri").people = 36;
            return null;
        });

        assertThat(stored("select colours from flag")).isEqualTo(List.of("white"));
        assertThat(stored("select people from region")).isEqualTo(List.of(36));
    }

    @Test
    void isRefreshedAndDeleted() {
        Integer key = given();

        inSession(session -> {
            Region region = session.get(Region.class, key, "Uri");
            region.people = 1;
            session.refresh(region);
            assertThat(region.people).isNull();
            session.delete(region);
            session.delete(session.get(Flag.class, key));
            session.delete(session.get(Country.class, key));
            return null;
        });

        assertThat(stored("select * from region")).isEmpty();
        assertThat(stored("select * from flag")).isEmpty();
    }

    @Test
    void isFollowedByAQuery() {
        given();

        inSession(session -> {
            List<Region> regions = session.query(Region.class)
                    .load(
                            dev.grapnel.core.annotation.LoadStrategy.JOINED,
                            dev.grapnel.sql.attribute.ReferenceAttribute.of(Region.class, "country", Country.class))
                    .list();
            assertThat(regions).extracting(region -> region.country.code).containsExactly("ch");
            return null;
        });
    }

    @Test
    void cannotBeTakenAway() {
        Integer key = given();

        inSession(session -> {
            session.get(Flag.class, key).country = null;
            assertThatThrownBy(session::flush)
                    .isInstanceOf(FlushException.class)
                    .hasMessageContaining("is part of the primary key");
            session.rollback();
            return null;
        });
    }
}
