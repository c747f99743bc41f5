package dev.grapnel.testkit.callback;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.ExcludeDefaultListeners;
import jakarta.persistence.ExcludeSuperclassListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PrePersist;

/** Classes that say in many ways who is told when one of their objects was inserted; the first ones are those of the JPA specification. */
final class Kennel {
    static final Class<?>[] ALL = {
        Animal.class,
        Pet.class,
        Cat.class,
        SiameseCat.class,
        PersianCat.class,
        Stray.class,
        Kitten.class,
        Adopted.class,
        Quiet.class,
        Early.class,
        Dog.class,
        Puppy.class,
        Bird.class,
        Parrot.class,
        Twice.class,
        Fish.class
    };

    private Kennel() {}

    // ---- the example of the specification ----

    @Entity
    static class Animal {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @PostPersist
        protected void postPersistAnimal() {
            Calls.add("Animal");
        }
    }

    @Entity
    @EntityListeners(PetListener.class)
    static class Pet extends Animal {}

    @Entity
    @EntityListeners({CatListener.class, CatListener2.class})
    static class Cat extends Pet {}

    @Entity
    @EntityListeners(SiameseCatListener.class)
    static class SiameseCat extends Cat {
        @PostPersist
        protected void postPersistSiameseCat() {
            Calls.add("SiameseCat");
        }
    }

    @Entity
    @EntityListeners(SiameseCatListener.class)
    static class PersianCat extends Cat {
        @Override
        @PostPersist
        protected void postPersistAnimal() {
            Calls.add("PersianCat");
        }
    }

    public static class PetListener {
        @PostPersist
        protected void postPersistPetListenerMethod(Object pet) {
            Calls.add("PetListener");
        }
    }

    public static class CatListener {
        @PostPersist
        protected void postPersistCatListenerMethod(Object cat) {
            Calls.add("CatListener");
        }
    }

    public static class CatListener2 {
        @PostPersist
        protected void postPersistCatListener2Method(Object cat) {
            Calls.add("CatListener2");
        }
    }

    public static class SiameseCatListener {
        @PostPersist
        protected void postPersistSiameseCatListenerMethod(Object cat) {
            Calls.add("SiameseCatListener");
        }
    }

    // ---- excluded listeners ----

    @Entity
    @ExcludeSuperclassListeners
    @EntityListeners(SiameseCatListener.class)
    static class Stray extends Cat {}

    @Entity
    static class Kitten extends Stray {}

    @Entity
    @ExcludeSuperclassListeners
    @EntityListeners({CatListener2.class, PetListener.class})
    static class Adopted extends Cat {}

    @Entity
    @EntityListeners(PetListener.class)
    static class Twice extends Pet {}

    // ---- overridden methods ----

    @Entity
    static class Quiet extends Animal {
        @Override
        protected void postPersistAnimal() {
            Calls.add("Quiet, which is no callback method");
        }
    }

    @Entity
    static class Early extends Animal {
        @Override
        @PrePersist
        protected void postPersistAnimal() {
            Calls.add("Early");
        }
    }

    // ---- mapped superclasses, and every access ----

    @MappedSuperclass
    @EntityListeners(KeptListener.class)
    abstract static class Kept {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @PostPersist
        private void persisted() {
            Calls.add("Kept");
        }
    }

    @Entity
    @ExcludeDefaultListeners
    @EntityListeners({PrivateListener.class, PackageListener.class, PublicListener.class})
    static class Dog extends Kept {
        @PostPersist
        private void persisted() {
            Calls.add("Dog");
        }
    }

    @Entity
    static class Puppy extends Dog {
        @PostPersist
        void persistedPuppy() {
            Calls.add("Puppy");
        }
    }

    static class KeptListener {
        @PostPersist
        void told(Kept kept) {
            Calls.add("KeptListener");
        }
    }

    static final class PrivateListener {
        private PrivateListener() {}

        @PostPersist
        private void told(Dog dog) {
            Calls.add("PrivateListener");
        }
    }

    static class PackageListener {
        @PostPersist
        void told(Dog dog) {
            Calls.add("PackageListener");
        }
    }

    public static class PublicListener {
        @PostPersist
        public void told(Object dog) {
            Calls.add("PublicListener");
        }
    }

    // ---- listeners that inherit, and methods for several callbacks ----

    interface Singing {}

    abstract static class GenericListener<T> {
        @PrePersist
        void before(Singing singing) {
            Calls.add("before");
        }

        @PostPersist
        void after(T object) {
            Calls.add("never: it is overridden");
        }
    }

    static class BirdListener extends GenericListener<Bird> {
        @Override
        @PostPersist
        void after(Bird bird) {
            Calls.add("after");
        }
    }

    @Entity
    @EntityListeners(BirdListener.class)
    static class Bird extends Kept implements Singing {}

    @Entity
    static class Parrot extends Bird {
        @PrePersist
        @PostPersist
        void talk() {
            Calls.add("Parrot");
        }
    }

    // ---- one listener object for all classes ----

    static class CountingListener {
        private int objects;

        @PostPersist
        void told(Object object) {
            objects++;
            Calls.add("told of " + objects);
        }
    }

    @Entity
    @EntityListeners(CountingListener.class)
    static class Fish extends Kept {}
}
