package dev.grapnel.sql.mapping;

import dev.grapnel.core.annotation.ActiveHistory;
import dev.grapnel.core.annotation.InsertDefault;
import dev.grapnel.core.annotation.ServerDefault;
import dev.grapnel.core.annotation.UpdateDefault;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;

/** Plain values and keys. */
final class Values {
    private Values() {}

    enum Level {
        LOW,
        HIGH
    }

    static final class Today implements Supplier<LocalDate> {
        @Override
        public LocalDate get() {
            return LocalDate.of(2024, 2, 29);
        }
    }

    @Entity
    @Table(name = "stamps", schema = "archive", uniqueConstraints = @UniqueConstraint(columnNames = {"code", "level"}))
    static class Stamp {
        static int made;

        @Id
        UUID id;

        @Column(name = "the_code", nullable = false, length = 8)
        String label;

        String code;

        @Enumerated(EnumType.STRING)
        Level level;

        @Enumerated
        Level second;

        @Column(precision = 12, scale = 3, updatable = false)
        BigDecimal price;

        @Lob
        @Basic(fetch = FetchType.LAZY)
        String text;

        @InsertDefault(Today.class)
        LocalDate since;

        @UpdateDefault(Today.class)
        LocalDate touched;

        @ServerDefault("'new'")
        String status;

        @ActiveHistory
        Instant at;

        int count;

        @Basic(optional = false)
        byte[] raw;

        @Transient
        Object ignored;

        transient Object ignoredToo;
    }

    @Entity
    @Table(name = "countries")
    static class Country {
        @Id
        String code;

        String name;
    }

    record CityKey(String country_code, String name) {}

    @Entity
    @Table(name = "cities")
    @IdClass(CityKey.class)
    static class City {
        @Id
        String country_code;

        @Id
        String name;

        @ManyToOne
        @JoinColumn(name = "country_code", insertable = false, updatable = false)
        Country country;
    }

    @Entity
    @Table(name = "streets")
    static class Street {
        @Id
        long id;

        @ManyToOne
        City city;

        @ManyToOne
        @JoinColumn(name = "twin_name", referencedColumnName = "name")
        @JoinColumn(name = "twin_country", referencedColumnName = "country_code")
        City twin;
    }
}
