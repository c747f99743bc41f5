package dev.grapnel.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.FlushException;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.domain.ModelTest;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** References to a column that is no primary key. */
abstract class ColumnReferenceContract extends ModelTest {
    private Integer key;

    private void given() {
        key = inSession(session -> {
            session.add(new Country("xx")); // keys and codes are not in step
            session.flush();
            Country country = new Country("ch");
            country.cities.addAll(List.of(new City("Bern"), new City("Chur")));
            country.rivers.addAll(List.of(new River("Aare")));
            country.languages.addAll(List.of(new Language("German"), new Language("Romansh")));
            session.add(country);
            session.flush();
            return country.id;
        });
        statements.clear();
    }

    private List<?> stored(String query) {
        return inSession(session ->
                session.connection().unwrap(DSLContext.class).fetch(query).getValues(0));
    }

    @Test
    void copiesTheColumnThatIsReferredTo() {
        given();

        assertThat(stored("select country_code from city")).isEqualTo(List.of("ch", "ch"));
        assertThat(stored("select country_code from river")).isEqualTo(List.of("ch"));
        assertThat(stored("select language_name from spoken where country_code = 'ch' order by 1"))
                .isEqualTo(List.of("German", "Romansh"));
    }

    @ParameterizedTest
    @EnumSource(names = {"SELECT", "SELECTIN", "JOINED", "SUBQUERY", "IMMEDIATE"})
    void loadsCollectionsInEachWay(LoadStrategy strategy) {
        given();

        inSession(session -> {
            Country country = session
                    .query(Country.class)
                    .options(LoadOptions.NONE
                            .load(strategy, "cities")
                            .load(strategy, "rivers")
                            .load(strategy, "languages"))
                    .list()
                    .stream()
                    .filter(found -> found.id.equals(key))
                    .findFirst()
                    .orElseThrow();
            assertThat(country.cities).map(City::toString).containsExactly("Bern", "Chur");
            assertThat(country.rivers).map(River::toString).containsExactly("Aare");
            assertThat(country.languages).map(Language::toString).containsExactlyInAnyOrder("German", "Romansh");
            return null;
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"SELECT", "SELECTIN", "JOINED", "SUBQUERY", "IMMEDIATE"})
    void loadsReferencesInEachWay(LoadStrategy strategy) {
        given();

        inSession(session -> {
            List<City> cities = session.query(City.class)
                    .options(LoadOptions.NONE.load(strategy, "country"))
                    .list();
            assertThat(cities).allSatisfy(city -> {
                assertThat(city.country.id).isEqualTo(key);
                assertThat(city.country).isSameAs(session.get(Country.class, key));
            });
            return null;
        });
    }

    @Test
    void writesOtherReferences() {
        given();
        inSession(session -> {
            Country other = session.get(Country.class, key - 1);
            Country country = session.get(Country.class, key);
            country.cities.get(0).country = other;
            other.rivers.add(country.rivers.remove(0));
            country.languages.remove(0);
            return null;
        });

        assertThat(stored("select country_code from city order by name")).isEqualTo(List.of("xx", "ch"));
        assertThat(stored("select country_code from river")).isEqualTo(List.of("xx"));
        assertThat(stored("select language_name from spoken")).hasSize(1);
    }

    @Test
    void isRefreshed() {
        given();

        inSession(session -> {
            City city = session.query(City.class).list().get(0);
            city.country = null;
            session.refresh(city);
            assertThat(city.country.code).isEqualTo("ch");
            return null;
        });
    }

    @Test
    void isClearedWhenTheObjectIsDeleted() {
        given();

        inSession(session -> {
            session.delete(session.get(Country.class, key));
            return null;
        });

        assertThat(stored("select country_code from city where country_code is not null"))
                .isEmpty();
        assertThat(stored("select country_code from river where country_code is not null"))
                .isEmpty();
        assertThat(stored("select country_code from spoken")).isEmpty();
    }

    @Test
    void isExplainedBeforeItIsWritten() {
        inSession(session -> {
            Country country = new Country("at");
            country.cities.add(new City("Linz"));
            session.add(country);
            assertThat(session.explainFlush().rows())
                    .extracting(row -> row.kind() + " " + row.place())
                    .containsExactly("INSERT country", "INSERT city");
            return null;
        });

        assertThat(stored("select country_code from city")).isEqualTo(List.of("at"));
    }

    @Test
    void refusesAnObjectWithoutAValueInThatColumn() {
        inSession(session -> {
            Country country = new Country(null);
            City city = new City("Bern");
            city.country = country;
            session.addAll(List.of(country, city));
            assertThatThrownBy(session::flush)
                    .isInstanceOf(FlushException.class)
                    .hasMessageContaining(
                            "Cannot write that City (without key) refers to Country (without key) along City.country:")
                    .hasMessageContaining(
                            " it does so by attribute Country.code, which has no value. Set it, or let nothing"
                                    + " refer to that object.");
            session.rollback();
            return null;
        });
    }
}
