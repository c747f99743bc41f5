package dev.grapnel.testkit.reference;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Its country is a part of its key. */
@Entity
@Table(name = "region")
@IdClass(RegionKey.class)
class Region {
    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "country_id")
    Country country;

    @Id
    @Column(name = "name", length = 40)
    String name;

    @Column(name = "people")
    Integer people;

    Region() {}

    Region(Country country, String name) {
        this.country = country;
        this.name = name;
    }

    Country getCountry() {
        return country;
    }

    String getName() {
        return name;
    }

    Integer getPeople() {
        return people;
    }
}
