package dev.grapnel.sql.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.sql.mapping.Values.City;
import dev.grapnel.sql.mapping.Values.CityKey;
import dev.grapnel.sql.mapping.Values.Country;
import dev.grapnel.sql.mapping.Values.Stamp;
import dev.grapnel.sql.mapping.Values.Street;
import dev.grapnel.sql.schema.Column;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Plain values")
class ValueMappingTest extends MappingTest {

    private TableMapper stamps() {
        return map(Stamp.class).mapper(Stamp.class);
    }

    private static BasicProperty.Settings settings(TableMapper mapper, String attribute) {
        return mapper.column(attribute).property().settings();
    }

    @Test
    void areInColumnsOfTheirNameUnlessAnotherIsGiven() {
        TableMapper stamps = stamps();

        assertThat(columnNames(stamps.table().columns()))
                .containsExactly(
                        "id",
                        "the_code",
                        "code",
                        "level",
                        "second",
                        "price",
                        "text",
                        "since",
                        "touched",
                        "status",
                        "at",
                        "count",
                        "raw");
        assertThat(stamps.table().schema()).isEqualTo("archive");
        assertThat(stamps.column("label").column().name()).isEqualTo("the_code");
        AttributeTracker label = stamps.attributeOf(stamps.column("label").column());
        assertThat(Objects.requireNonNull(label).name()).isEqualTo("label");
    }

    @Test
    void haveTheSizesAndConstraintsSaid() {
        TableMapper stamps = stamps();

        Column label = stamps.column("label").column();
        assertThat(label.length()).isEqualTo(8);
        assertThat(label.isNullable()).isFalse();
        assertThat(stamps.column("price").column().precision()).isEqualTo(12);
        assertThat(stamps.column("price").column().scale()).isEqualTo(3);
        assertThat(stamps.column("price").insertable()).isTrue();
        assertThat(stamps.column("price").updatable()).isFalse();
        assertThat(stamps.column("count").column().isNullable()).isFalse();
        assertThat(stamps.column("raw").column().isNullable()).isFalse();
        assertThat(stamps.table().uniqueConstraints())
                .map(Object::toString)
                .containsExactly("[stamps.code, stamps.level]");
    }

    @Test
    void ofEnumsAreKeptByPositionUnlessByName() {
        TableMapper stamps = stamps();

        assertThat(stamps.column("level").column().dataType().getTypeName()).isEqualTo("varchar");
        assertThat(stamps.column("second").column().dataType().getTypeName()).isEqualTo("integer");
        assertThat(stamps.column("text").column().dataType().getTypeName()).isEqualTo("clob");
    }

    @Test
    void haveDefaultsAndAreLoadedAsSaid() {
        TableMapper stamps = stamps();

        Supplier<?> since = Objects.requireNonNull(settings(stamps, "since").insertDefault());
        assertThat(since.get()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(settings(stamps, "touched").updateDefault()).isNotNull();
        assertThat(settings(stamps, "status").serverDefault()).isTrue();
        assertThat(stamps.column("status").column().serverDefault()).isEqualTo("'new'");
        assertThat(settings(stamps, "text").deferred()).isTrue();
        assertThat(stamps.column("text").tracker().isLoadOnUnexpire()).isFalse();
        assertThat(stamps.column("at").tracker().isActiveHistory()).isTrue();
    }

    @Test
    void mayMakeUpAKeyOfSeveral() {
        TableMapper cities = map(Country.class, City.class).mapper(City.class);

        assertThat(cities.keyAttributes()).extracting(AttributeTracker::name).containsExactly("country_code", "name");
        assertThat(cities.idClass()).isEqualTo(CityKey.class);
        assertThat(cities.generatedKey()).isNull();
        assertThat(columnNames(cities.table().primaryKey())).containsExactly("country_code", "name");
    }

    @Test
    void ofAKeyMayServeARelationshipThatIsOnlyRead() {
        TableMapper cities = map(Country.class, City.class).mapper(City.class);

        assertThat(cities.relationship("country").settings().viewOnly()).isTrue();
        assertThat(pairs(cities.join(cities.relationship("country")).pairs()))
                .containsExactly("cities.country_code = countries.code");
        assertThat(cities.column("country_code").insertable()).isTrue();
    }

    @Test
    void ofAKeyOfSeveralAreReferredToByOneColumnEach() {
        TableMapper streets = map(Country.class, City.class, Street.class).mapper(Street.class);

        assertThat(pairs(streets.join(streets.relationship("city")).pairs()))
                .containsExactly("streets.city_country_code = cities.country_code", "streets.city_name = cities.name");
        assertThat(pairs(streets.join(streets.relationship("twin")).pairs()))
                .containsExactly("streets.twin_country = cities.country_code", "streets.twin_name = cities.name");
    }
}
