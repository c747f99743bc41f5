package dev.grapnel.testkit.place;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A member of a map. */
@Entity
@Table(name = "room")
class Room {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(length = 40)
    String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "house_id")
    House house;

    House getHouse() {
        return house;
    }

    Room() {}

    Room(String name) {
        this.name = name;
    }

    Integer getId() {
        return id;
    }

    String getName() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
