package dev.grapnel.testkit.session;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** Streets have houses, of which each has a street; houses have rooms, of which some have no house; avenues are streets. */
final class Streets {
    static final Class<?>[] ALL = {Street.class, Avenue.class, House.class, Room.class, Route.class};

    private Streets() {}

    @Entity
    @Table(name = "street")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Street {
        @Id
        int id;

        @OneToMany(mappedBy = "street", cascade = CascadeType.ALL)
        List<House> houses = new ArrayList<>();

        @ManyToMany(cascade = CascadeType.ALL)
        List<Route> routes = new ArrayList<>();

        Street(int id) {
            this.id = id;
        }

        Street with(House house) {
            houses.add(house);
            return this;
        }
    }

    @Entity
    @Table(name = "avenue")
    static class Avenue extends Street {
        Avenue(int id) {
            super(id);
        }
    }

    @Entity
    @Table(name = "house")
    static class House {
        @Id
        int id;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(name = "street_id", nullable = false)
        Street street;

        @OneToMany(mappedBy = "house", cascade = CascadeType.ALL)
        List<Room> rooms = new ArrayList<>();

        House(int id) {
            this.id = id;
        }
    }

    @Entity
    @Table(name = "room")
    static class Room {
        @Id
        int id;

        @ManyToOne(fetch = FetchType.LAZY)
        House house;

        Room(int id) {
            this.id = id;
        }
    }

    @Entity
    @Table(name = "route")
    static class Route {
        @Id
        int id;

        Route(int id) {
            this.id = id;
        }
    }
}
