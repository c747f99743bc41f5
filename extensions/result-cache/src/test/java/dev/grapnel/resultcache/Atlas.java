package dev.grapnel.resultcache;

import dev.grapnel.sql.attribute.ColumnAttribute;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Countries with currencies and cities. */
final class Atlas {
    static final Class<?>[] ALL = {Currency.class, Country.class, Kingdom.class, City.class};
    static final ColumnAttribute<Country, String> NAME = ColumnAttribute.of(Country.class, "name", String.class);
    static final ColumnAttribute<Country, String> CODE = ColumnAttribute.of(Country.class, "code", String.class);

    private Atlas() {}

    @Entity(name = "currency")
    static class Currency {
        @Id
        String code;

        Currency(String code) {
            this.code = code;
        }
    }

    @Entity(name = "country")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Country {
        @Id
        String code;

        String name;
        LocalDate since;

        @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
        Currency currency;

        @OneToMany(mappedBy = "country", cascade = CascadeType.ALL)
        List<City> cities = new ArrayList<>();

        Country(String code, String name, Currency currency) {
            this.code = code;
            this.name = name;
            this.currency = currency;
        }
    }

    @Entity(name = "kingdom")
    static class Kingdom extends Country {
        String monarch;

        Kingdom(String code, String name, Currency currency, String monarch) {
            super(code, name, currency);
            this.monarch = monarch;
        }
    }

    @Entity(name = "city")
    static class City {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        @ManyToOne(fetch = FetchType.LAZY)
        Country country;

        City(String name) {
            this.name = name;
        }
    }
}
