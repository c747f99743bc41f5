package dev.grapnel.testkit.session;

import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A hierarchy with a table for each class that is not abstract, and classes that refer to it. */
final class Zoo {
    static final Class<?>[] ALL = {Animal.class, Dog.class, Puppy.class, Cat.class, Keeper.class, Food.class};

    private Zoo() {}

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    abstract static class Animal {
        @Id
        Integer id;

        String name;

        @Version
        int version;

        @ManyToOne(fetch = FetchType.LAZY)
        Keeper keeper;

        @ElementCollection
        Set<String> nicknames = new LinkedHashSet<>();

        @ManyToMany
        @OrderBy("id")
        List<Food> foods = new ArrayList<>();

        Animal(int id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    @Entity
    @Table(name = "dog")
    static class Dog extends Animal {
        Integer size;

        @ManyToOne(fetch = FetchType.LAZY)
        Animal friend;

        Dog(int id, String name, int size) {
            super(id, name);
            this.size = size;
        }
    }

    @Entity
    @Table(name = "puppy")
    static class Puppy extends Dog {
        Integer weeks;

        Puppy(int id, String name, int size, int weeks) {
            super(id, name, size);
            this.weeks = weeks;
        }
    }

    /** Has a column of the same name as the dogs, and of another type. */
    @Entity
    @Table(name = "cat")
    static class Cat extends Animal {
        String size;

        Cat(int id, String name, String size) {
            super(id, name);
            this.size = size;
        }
    }

    /** Not mapped with the others. */
    @Entity
    @Table(name = "bird")
    static class Bird extends Animal {
        Bird(int id, String name) {
            super(id, name);
        }
    }

    @Entity
    @Table(name = "keeper")
    static class Keeper {
        @Id
        Integer id;

        String name;

        @OneToMany(mappedBy = "keeper", cascade = CascadeType.ALL)
        @OrderBy("name")
        List<Animal> animals = new ArrayList<>();

        @OneToMany(mappedBy = "keeper")
        List<Dog> dogs = new ArrayList<>();

        @ManyToOne
        Animal favourite;

        Keeper(int id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    @Entity
    @Table(name = "food")
    static class Food {
        @Id
        Integer id;

        @ManyToMany(mappedBy = "foods")
        List<Animal> eaters = new ArrayList<>();

        Food(int id) {
            this.id = id;
        }
    }
}
