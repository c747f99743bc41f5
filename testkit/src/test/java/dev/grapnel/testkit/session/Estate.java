package dev.grapnel.testkit.session;

import dev.grapnel.core.annotation.OrphanIfAllLetGo;
import dev.grapnel.core.annotation.PassiveDeletes;
import dev.grapnel.core.annotation.PassiveUpdates;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** Keys that others follow in all ways there are, members that the database looks after, and members with two parents. */
final class Estate {
    static final Class<?>[] ALL = {
        House.class, Sign.class, Guest.class, Stone.class, Hen.class, Box.class, Egg.class, Chick.class
    };

    private Estate() {}

    /** Its name is its key, and no constraint of the database watches over it. */
    @Entity
    @Table(name = "house")
    static class House {
        @Id
        String name;

        @ManyToMany
        @PassiveUpdates(false)
        @JoinTable(
                name = "house_guest",
                joinColumns = @JoinColumn(name = "house_name", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)))
        List<Guest> guests = new ArrayList<>();

        @OneToMany(mappedBy = "house")
        @PassiveDeletes(all = true)
        List<Stone> stones = new ArrayList<>();

        House(String name) {
            this.name = name;
        }
    }

    /** Refers to a house that does not know of it. */
    @Entity
    @Table(name = "sign")
    static class Sign {
        @Id
        Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        @PassiveUpdates(false)
        @JoinColumn(name = "house_name", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        House house;

        Sign(int id, House house) {
            this.id = id;
            this.house = house;
        }
    }

    @Entity
    @Table(name = "guest")
    static class Guest {
        @Id
        Integer id;

        Guest(int id) {
            this.id = id;
        }
    }

    @Entity
    @Table(name = "stone")
    static class Stone {
        @Id
        Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "house_name", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        House house;

        Stone(int id, House house) {
            this.id = id;
            house.stones.add(this);
        }
    }

    @Entity
    @Table(name = "hen")
    static class Hen {
        @Id
        Integer id = 1;

        @OneToMany(mappedBy = "hen", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Egg> eggs = new ArrayList<>();

        @OneToMany(mappedBy = "hen", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Chick> chicks = new ArrayList<>();
    }

    @Entity
    @Table(name = "box")
    static class Box {
        @Id
        Integer id = 1;

        @OneToMany(mappedBy = "box", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Egg> eggs = new ArrayList<>();

        @OneToMany(mappedBy = "box", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Chick> chicks = new ArrayList<>();
    }

    @Entity
    @OrphanIfAllLetGo
    @Table(name = "egg")
    static class Egg {
        @Id
        Integer id = 1;

        @ManyToOne(fetch = FetchType.LAZY)
        Hen hen;

        @ManyToOne(fetch = FetchType.LAZY)
        Box box;
    }

    /** As an egg, with what holds if nothing is said. */
    @Entity
    @Table(name = "chick")
    static class Chick {
        @Id
        Integer id = 1;

        @ManyToOne(fetch = FetchType.LAZY)
        Hen hen;

        @ManyToOne(fetch = FetchType.LAZY)
        Box box;
    }
}
