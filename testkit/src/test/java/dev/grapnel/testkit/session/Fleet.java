package dev.grapnel.testkit.session;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A ship has a list of sailors, a set of ports, a map of cabins, and one captain; each knows its ship. */
final class Fleet {
    static final Class<?>[] ALL = {Ship.class, Sailor.class, Port.class, Cabin.class, Captain.class};

    private Fleet() {}

    @MappedSuperclass
    abstract static class Named {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Entity
    @Table(name = "ship")
    static class Ship extends Named {
        @OneToMany(mappedBy = "ship", cascade = CascadeType.ALL)
        @OrderBy("id")
        List<Sailor> sailors = new ArrayList<>();

        @ManyToMany(cascade = CascadeType.ALL)
        @OrderBy("id")
        Set<Port> ports = new LinkedHashSet<>();

        @OneToMany(mappedBy = "ship", cascade = CascadeType.ALL)
        @MapKey(name = "name")
        @OrderBy("id")
        Map<String, Cabin> cabins = new LinkedHashMap<>();

        @OneToOne(mappedBy = "ship", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
        Captain captain;

        Ship(String name) {
            super(name);
        }
    }

    @Entity
    @Table(name = "sailor")
    static class Sailor extends Named {
        @ManyToOne(fetch = FetchType.LAZY)
        Ship ship;

        Sailor(String name) {
            super(name);
        }
    }

    @Entity
    @Table(name = "port")
    static class Port extends Named {
        @ManyToMany(mappedBy = "ports")
        Set<Ship> ships = new LinkedHashSet<>();

        Port(String name) {
            super(name);
        }
    }

    @Entity
    @Table(name = "cabin")
    static class Cabin extends Named {
        @ManyToOne(fetch = FetchType.LAZY)
        Ship ship;

        Cabin(String name) {
            super(name);
        }
    }

    @Entity
    @Table(name = "captain")
    static class Captain extends Named {
        @OneToOne(fetch = FetchType.LAZY)
        Ship ship;

        Captain(String name) {
            super(name);
        }
    }
}
