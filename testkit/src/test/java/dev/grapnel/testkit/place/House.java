package dev.grapnel.testkit.place;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Has maps whose keys stand with the members or with the pairs, and are values or objects. */
@Entity
@Table(name = "house")
class House {
    enum Role {
        OWNER,
        TENANT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @OneToMany(mappedBy = "house", cascade = CascadeType.ALL, orphanRemoval = true)
    @MapKeyColumn(name = "door", length = 20)
    SortedMap<String, Room> rooms = new TreeMap<>();

    @ManyToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinTable(
            name = "house_person",
            joinColumns = @JoinColumn(name = "house"),
            inverseJoinColumns = @JoinColumn(name = "person"))
    @MapKeyColumn(name = "role")
    @MapKeyEnumerated(EnumType.STRING)
    Map<Role, Person> people = new HashMap<>();

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "house_id")
    @MapKeyJoinColumn(name = "floor_id")
    Map<Floor, Lamp> lamps = new HashMap<>();

    @ManyToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinTable(
            name = "house_tenant",
            joinColumns = @JoinColumn(name = "house"),
            inverseJoinColumns = @JoinColumn(name = "person"))
    @MapKeyJoinColumn(name = "floor")
    Map<Floor, Person> tenants = new HashMap<>();

    Integer getId() {
        return id;
    }

    SortedMap<String, Room> getRooms() {
        return rooms;
    }

    Map<Role, Person> getPeople() {
        return people;
    }

    Map<Floor, Lamp> getLamps() {
        return lamps;
    }

    Map<Floor, Person> getTenants() {
        return tenants;
    }
}
