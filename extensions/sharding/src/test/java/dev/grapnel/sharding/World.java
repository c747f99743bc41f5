package dev.grapnel.sharding;

import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.attribute.ReferenceAttribute;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Countries with their cities; both are where their continent is. */
final class World {
    static final Class<?>[] ALL = {Country.class, City.class};

    static final ColumnAttribute<City, String> NAME = ColumnAttribute.of(City.class, "name", String.class);
    static final ColumnAttribute<City, Integer> PEOPLE = ColumnAttribute.of(City.class, "people", Integer.class);
    static final ColumnAttribute<City, String> KIND = ColumnAttribute.of(City.class, "kind", String.class);
    static final ReferenceAttribute<City, Country> COUNTRY =
            ReferenceAttribute.of(City.class, "country", Country.class);
    static final CollectionAttribute<Country, City> CITIES =
            CollectionAttribute.of(Country.class, "cities", City.class);

    private World() {}

    @Entity
    static class Country {
        @Id
        String code;

        String continent;

        @OneToMany(mappedBy = "country", cascade = CascadeType.ALL)
        @OrderBy("name")
        List<City> cities = new ArrayList<>();

        Country(String code, String continent) {
            this.code = code;
            this.continent = continent;
        }

        Country with(City... members) {
            cities.addAll(List.of(members));
            return this;
        }
    }

    @Entity
    static class City {
        @Id
        Integer id;

        String name;

        @Nullable Integer people;

        String kind = "town";

        @ManyToOne(fetch = FetchType.LAZY)
        @Nullable Country country;

        City(int id, String name, @Nullable Integer people) {
            this.id = id;
            this.name = name;
            this.people = people;
        }
    }
}
