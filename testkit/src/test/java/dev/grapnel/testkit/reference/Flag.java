package dev.grapnel.testkit.reference;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;

/** Its country is its key. */
@Entity
@Table(name = "flag")
class Flag {
    @Id
    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "country_id")
    Country country;

    @Column(length = 40)
    String colours;

    Flag() {}

    Flag(Country country, String colours) {
        this.country = country;
        this.colours = colours;
    }

    Country getCountry() {
        return country;
    }

    String getColours() {
        return colours;
    }
}
