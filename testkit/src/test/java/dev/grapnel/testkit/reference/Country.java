package dev.grapnel.testkit.reference;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** Others refer to it by its code. */
@Entity
@Table(name = "country")
class Country {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(length = 2, unique = true)
    String code;

    @OneToMany(mappedBy = "country", cascade = CascadeType.PERSIST)
    @OrderBy("name")
    List<City> cities = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "country_code", referencedColumnName = "code")
    List<River> rivers = new ArrayList<>();

    @ManyToMany(cascade = CascadeType.PERSIST)
    @JoinTable(
            name = "spoken",
            joinColumns = @JoinColumn(name = "country_code", referencedColumnName = "code"),
            inverseJoinColumns = @JoinColumn(name = "language_name", referencedColumnName = "name"))
    List<Language> languages = new ArrayList<>();

    Country() {}

    Country(String code) {
        this.code = code;
    }

    Integer getId() {
        return id;
    }

    String getCode() {
        return code;
    }

    List<City> getCities() {
        return cities;
    }

    List<River> getRivers() {
        return rivers;
    }

    List<Language> getLanguages() {
        return languages;
    }
}
