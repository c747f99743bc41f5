package dev.grapnel.testkit.cascade;

import dev.grapnel.core.annotation.PairedWith;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Owners and their parts, written as for JPA: in lists and sets, with both sides kept in step and without. */
final class Families {
    private Families() {}

    /** One of them. */
    enum Family {
        LISTED(
                Cart.class,
                Cart::new,
                Item.class,
                Item::new,
                (owner, order, name) -> new Item((Cart) owner, order, name)),
        IN_A_SET(
                Shelf.class,
                Shelf::new,
                Box.class,
                Box::new,
                (owner, order, name) -> new Box((Shelf) owner, order, name)),
        LISTED_APART(
                Tram.class,
                Tram::new,
                Seat.class,
                Seat::new,
                (owner, order, name) -> new Seat((Tram) owner, order, name)),
        IN_A_SET_APART(
                Pond.class,
                Pond::new,
                Duck.class,
                Duck::new,
                (owner, order, name) -> new Duck((Pond) owner, order, name));

        final Class<? extends Owner> owners;
        final Class<? extends Part> parts;
        private final Supplier<? extends Owner> owner;
        private final Function<String, ? extends Part> part;
        private final Joining joining;

        <O extends Owner, P extends Part> Family(
                Class<O> owners, Supplier<O> owner, Class<P> parts, Function<String, P> part, Joining joining) {
            this.owners = owners;
            this.parts = parts;
            this.owner = owner;
            this.part = part;
            this.joining = joining;
        }

        Owner owner() {
            return owner.get();
        }

        Part part(String name) {
            return part.apply(name);
        }

        /** A part whose constructor makes it join. */
        Part joining(Owner owner, Owner.Order order, String name) {
            return joining.make(owner, order, name);
        }
    }

    /** Calls the constructor of a part. */
    interface Joining {
        Part make(Owner owner, Owner.Order order, String name);
    }

    @Entity
    static class Cart implements Owner {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @OneToMany(mappedBy = "owner", cascade = CascadeType.ALL)
        List<Item> parts = new ArrayList<>();

        @Override
        public Integer id() {
            return id;
        }

        @Override
        @SuppressWarnings("unchecked") // of this family
        public List<Item> parts() {
            return parts;
        }
    }

    @Entity
    static class Item implements Part {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(nullable = false)
        String name;

        @ManyToOne(fetch = FetchType.LAZY)
        Cart owner;

        Item(String name) {
            this.name = name;
        }

        /** Joins its owner before it has a name. */
        Item(Cart owner, Owner.Order order, String name) {
            owner.add(this, order);
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Owner owner() {
            return owner;
        }

        @Override
        public void owner(Owner owner) {
            this.owner = (Cart) owner;
        }
    }

    @Entity
    static class Shelf implements Owner {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @OneToMany(
                mappedBy = "owner",
                cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        Set<Box> parts = new HashSet<>();

        @Override
        public Integer id() {
            return id;
        }

        @Override
        @SuppressWarnings("unchecked") // of this family
        public Set<Box> parts() {
            return parts;
        }
    }

    @Entity
    static class Box implements Part {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(nullable = false)
        String name;

        @ManyToOne(fetch = FetchType.LAZY)
        Shelf owner;

        Box(String name) {
            this.name = name;
        }

        /** Joins its owner before it has a name. */
        Box(Shelf owner, Owner.Order order, String name) {
            owner.add(this, order);
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Owner owner() {
            return owner;
        }

        @Override
        public void owner(Owner owner) {
            this.owner = (Shelf) owner;
        }
    }

    @Entity
    static class Tram implements Owner {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @PairedWith(keepInStep = false)
        @OneToMany(mappedBy = "owner", cascade = CascadeType.ALL)
        List<Seat> parts = new ArrayList<>();

        @Override
        public Integer id() {
            return id;
        }

        @Override
        @SuppressWarnings("unchecked") // of this family
        public List<Seat> parts() {
            return parts;
        }
    }

    @Entity
    static class Seat implements Part {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(nullable = false)
        String name;

        @PairedWith(keepInStep = false)
        @ManyToOne(fetch = FetchType.LAZY)
        Tram owner;

        Seat(String name) {
            this.name = name;
        }

        /** Joins its owner before it has a name. */
        Seat(Tram owner, Owner.Order order, String name) {
            owner.add(this, order);
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Owner owner() {
            return owner;
        }

        @Override
        public void owner(Owner owner) {
            this.owner = (Tram) owner;
        }
    }

    @Entity
    static class Pond implements Owner {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @PairedWith(keepInStep = false)
        @OneToMany(
                mappedBy = "owner",
                cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        Set<Duck> parts = new HashSet<>();

        @Override
        public Integer id() {
            return id;
        }

        @Override
        @SuppressWarnings("unchecked") // of this family
        public Set<Duck> parts() {
            return parts;
        }
    }

    @Entity
    static class Duck implements Part {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(nullable = false)
        String name;

        @PairedWith(keepInStep = false)
        @ManyToOne(fetch = FetchType.LAZY)
        Pond owner;

        Duck(String name) {
            this.name = name;
        }

        /** Joins its owner before it has a name. */
        Duck(Pond owner, Owner.Order order, String name) {
            owner.add(this, order);
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Owner owner() {
            return owner;
        }

        @Override
        public void owner(Owner owner) {
            this.owner = (Pond) owner;
        }
    }

    /** The part brings its owner, and not the other way round. */
    @Entity
    static class Herd implements Owner {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @OneToMany(mappedBy = "owner")
        Set<Cow> parts = new HashSet<>();

        @Override
        public Integer id() {
            return id;
        }

        @Override
        @SuppressWarnings("unchecked") // of this family
        public Set<Cow> parts() {
            return parts;
        }
    }

    @Entity
    static class Cow implements Part {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(nullable = false)
        String name;

        @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
        Herd owner;

        Cow(String name) {
            this.name = name;
        }

        /** Joins its owner before it has a name. */
        Cow(Herd owner, Owner.Order order, String name) {
            owner.add(this, order);
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Owner owner() {
            return owner;
        }

        @Override
        public void owner(Owner owner) {
            this.owner = (Herd) owner;
        }
    }

    /** Says that the second write is one. */
    @Entity
    static class Page {
        @Id
        Integer id;

        @OneToMany(mappedBy = "page")
        @PairedWith(repeats = true)
        List<Word> words = new ArrayList<>();
    }

    @Entity
    static class Word {
        @Id
        Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        Page page;
    }
}
