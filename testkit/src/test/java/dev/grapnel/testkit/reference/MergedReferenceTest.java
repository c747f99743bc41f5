package dev.grapnel.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.domain.ModelTest;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** No relationship of these classes cascades MERGE. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.grapnel.testkit.domain.ModelTest#databases")
@DisplayName("A merge along a reference that it does not follow, on")
class MergedReferenceTest extends ModelTest {
    private Integer swiss;
    private Integer german;
    private Integer bern;

    @Override
    protected Registry map() {
        return Registry.of(Country.class, City.class, River.class, Language.class, Flag.class, Region.class);
    }

    @BeforeEach
    void given() {
        inSession(session -> {
            Country country = new Country("ch");
            Country other = new Country("de");
            City city = new City("Bern");
            city.country = country;
            country.languages.add(new Language("French"));
            session.addAll(List.of(country, other, city, new Language("German")));
            session.addAll(List.of(new Flag(country, "red"), new Region(country, "Uri")));
            session.flush();
            swiss = country.id;
            german = other.id;
            bern = city.id;
            return null;
        });
        statements.clear();
    }

    private Country country(Integer key) {
        return inSession(session -> {
            Country country = session.get(Country.class, key);
            country.languages.size();
            session.expungeAll();
            return country;
        });
    }

    private City city() {
        return inSession(session -> {
            City city = session.get(City.class, bern);
            assertThat(city.country.code).isEqualTo("ch");
            session.expungeAll();
            return city;
        });
    }

    private void merge(Object object) {
        statements.clear();
        inSession(session -> session.merge(object));
    }

    private List<?> stored(String query) {
        return inSession(session ->
                session.connection().unwrap(DSLContext.class).fetch(query).getValues(0));
    }

    @Test
    void takesWhatTheObjectRefersToNow() {
        City city = city();
        city.country = country(german);
        merge(city);

        assertThat(stored("select country_code from city")).isEqualTo(List.of("de"));
    }

    @Test
    void takesWhatANewObjectRefersTo() {
        City city = new City("Basel");
        city.country = country(swiss);
        merge(city);

        assertThat(stored("select country_code from city where name = 'Basel'")).isEqualTo(List.of("ch"));
    }

    @Test
    void takesThatItRefersToNothing() {
        City city = city();
        city.country = null;
        merge(city);

        assertThat(stored("select country_code from city")).containsOnlyNulls();
    }

    @Test
    void leavesTheValuesOfTheOtherObject() {
        City city = city();
        city.country.code = "xx";
        Country other = country(german);
        other.code = "yy";
        merge(city);
        city.country = other;
        merge(city);

        assertThat(stored("select code from country order by code")).isEqualTo(List.of("ch", "de"));
        assertThat(stored("select country_code from city")).isEqualTo(List.of("de"));
    }

    @Test
    void loadsNothingForAReferenceThatIsAsItWas() {
        City city = city();
        city.name = "Biel";
        merge(city);

        assertThat(statements.count(StatementKind.SELECT)).isEqualTo(1);
        assertThat(stored("select name from city where country_code = 'ch'")).isEqualTo(List.of("Biel"));
    }

    @Test
    void takesAnObjectThatWaitsInTheSession() {
        City city = city();
        inSession(session -> {
            Country made = new Country("it");
            session.add(made);
            city.country = made;
            return session.merge(city);
        });

        assertThat(stored("select country_code from city")).isEqualTo(List.of("it"));
    }

    @Test
    void takesTheMembersOfACollectionWithATableBetween() {
        Country country = country(swiss);
        Language german = inSession(session -> {
            Language found = session.query(Language.class).list().stream()
                    .filter(language -> language.name.equals("German"))
                    .findFirst()
                    .orElseThrow();
            session.expungeAll();
            return found;
        });
        country.languages.add(german);
        merge(country);

        assertThat(stored("select language_name from spoken order by language_name"))
                .isEqualTo(List.of("French", "German"));
    }

    @Test
    void refusesAnObjectThatIsInNoDatabase() {
        City city = city();
        city.country = new Country("fr");

        inSession(session -> {
            assertThatThrownBy(() -> session.merge(city))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining(
                            "Cannot merge along relationship City.country: it leads to Country (without key),"
                                    + " which is in no database, and merging does not follow it. Add or merge that object first,"
                                    + " or let City.country cascade MERGE.");
            return null;
        });
    }

    @Test
    void findsTheRowOfANewObjectWhoseKeyIsTheReference() {
        merge(new Flag(country(swiss), "white"));

        assertThat(stored("select colours from flag")).isEqualTo(List.of("white"));
    }

    @Test
    void findsTheRowOfANewObjectByAnExpiredReferenceInItsKey() {
        Country expired = inSession(session -> session.get(Country.class, swiss));
        Region region = new Region(expired, "Uri");
        region.people = 36;
        merge(region);

        assertThat(stored("select people from region")).isEqualTo(List.of(36));
    }

    @Test
    void insertsANewObjectWhoseKeyHasNoRow() {
        merge(new Flag(country(german), "black"));

        assertThat(stored("select colours from flag where country_id = " + german))
                .isEqualTo(List.of("black"));
    }
}
