package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.annotation.PostUpdate;
import dev.grapnel.sql.connection.StatementKind;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * In which order a flush writes the tables of relationships that only one side knows. The names of the classes go against that order, so
 * that no other rule gives it by chance.
 */
@EveryDatabase
@DisplayName("The order of tables in a flush on")
class TableOrderTest extends DatabaseTest {
    TableOrderTest() {
        super(
                Apple.class,
                Basket.class,
                Cart.class,
                Zebra.class,
                Pen.class,
                Box.class,
                Item.class,
                Zoo.class,
                Animal.class,
                Wine.class,
                Guest.class,
                Worker.class,
                Folder.class,
                Friend.class,
                Knot.class,
                Ring.class,
                Bead.class);
    }

    @MappedSuperclass
    abstract static class Row {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;
    }

    @Entity
    @Table(name = "apple")
    static class Apple extends Row {
        @ManyToOne
        Basket basket;
    }

    @Entity
    @Table(name = "basket")
    static class Basket extends Row {
        @ManyToOne
        Cart cart;
    }

    @Entity
    @Table(name = "cart")
    static class Cart extends Row {}

    @Entity
    @Table(name = "zebra")
    static class Zebra extends Row {
        @ManyToOne
        Pen pen;
    }

    @Entity
    @Table(name = "pen")
    static class Pen extends Row {}

    @Entity
    @Table(name = "box")
    static class Box extends Row {
        @OneToMany(cascade = CascadeType.ALL)
        @JoinColumn(name = "box_id")
        List<Item> items = new ArrayList<>();
    }

    @Entity
    @Table(name = "item")
    static class Item extends Row {}

    @Entity
    @Table(name = "zoo")
    static class Zoo extends Row {
        @OneToMany(cascade = CascadeType.PERSIST)
        @JoinColumn(name = "zoo_id")
        List<Animal> animals = new ArrayList<>();
    }

    @Entity
    @Table(name = "animal")
    static class Animal extends Row {}

    @Entity
    @Table(name = "wine")
    static class Wine extends Row {
        @ManyToMany(cascade = CascadeType.PERSIST)
        @JoinTable(name = "wine_guest")
        Set<Guest> guests = new LinkedHashSet<>();
    }

    @Entity
    @Table(name = "guest")
    static class Guest extends Row {}

    @Entity
    @Table(name = "worker")
    static class Worker extends Row {
        @ManyToOne
        Worker boss;
    }

    @Entity
    @Table(name = "folder")
    static class Folder extends Row {
        @OneToMany
        @JoinColumn(name = "folder_id")
        List<Folder> folders = new ArrayList<>();
    }

    @Entity
    @Table(name = "friend")
    static class Friend extends Row {
        @ManyToMany
        @JoinTable(
                name = "friend_friend",
                joinColumns = @JoinColumn(name = "one"),
                inverseJoinColumns = @JoinColumn(name = "other"))
        Set<Friend> friends = new LinkedHashSet<>();
    }

    @Entity
    @Table(name = "knot")
    static class Knot extends Row {
        @ManyToOne
        @PostUpdate
        Knot next;
    }

    @Entity
    @Table(name = "ring")
    static class Ring extends Row {
        @OneToMany(cascade = CascadeType.PERSIST)
        @JoinColumn(name = "ring_id")
        @PostUpdate
        List<Bead> beads = new ArrayList<>();
    }

    @Entity
    @Table(name = "bead")
    static class Bead extends Row {}

    /** Flushes, and gives what was written, each kind of statement and table once in a row. */
    private List<String> written() {
        statements.clear();
        session.flush();
        List<String> written = new ArrayList<>();
        statements.statements().stream()
                .filter(statement -> statement.kind() != StatementKind.SELECT)
                .map(statement -> statement.kind() + " " + statement.table())
                .filter(line ->
                        written.isEmpty() || !written.get(written.size() - 1).equals(line))
                .forEach(written::add);
        return written;
    }

    private List<Object> values(String query) {
        return new ArrayList<>(direct().fetchValues(query));
    }

    private <T> T stored(T object) {
        session.add(object);
        session.flush();
        return object;
    }

    @Nested
    @DisplayName("with references")
    class References {
        private Apple apple;
        private Basket basket;
        private Cart cart;

        @BeforeEach
        void link() {
            apple = new Apple();
            basket = new Basket();
            cart = new Cart();
            apple.basket = basket;
            basket.cart = cart;
        }

        @Test
        @Tag("U-2")
        void insertsWhatIsReferredToFirst() {
            session.addAll(List.of(apple, basket, cart));

            assertThat(written()).containsExactly("INSERT cart", "INSERT basket", "INSERT apple");
        }

        @Test
        @Tag("U-2")
        void deletesWhatRefersFirst() {
            Zebra zebra = new Zebra();
            zebra.pen = stored(new Pen());
            stored(zebra);
            session.delete(zebra.pen);
            session.delete(zebra);

            assertThat(written()).containsExactly("DELETE zebra", "DELETE pen");
        }

        @Test
        void clearsAReferenceBeforeItsTargetIsDeleted() {
            session.addAll(List.of(cart, basket, apple));
            session.flush();
            session.delete(basket);
            apple.basket = null;

            assertThat(written()).containsExactly("UPDATE apple", "DELETE basket");
        }

        @Test
        void movesAReferenceToANewTargetBeforeTheFormerOneIsDeleted() {
            session.addAll(List.of(cart, basket, apple));
            session.flush();
            session.delete(basket);
            apple.basket = new Basket();
            session.add(apple.basket);

            assertThat(written()).containsExactly("INSERT basket", "UPDATE apple", "DELETE basket");
        }
    }

    @Nested
    @DisplayName("with elements")
    class Elements {

        @Test
        @Tag("U-7")
        void insertsAnOwnerFirstAndGivesItsKeyToTheElements() {
            Zoo zoo = new Zoo();
            zoo.animals.addAll(List.of(new Animal(), new Animal()));
            session.add(zoo);

            assertThat(written()).containsExactly("INSERT zoo", "INSERT animal");
            assertThat(values("select zoo_id from animal")).containsOnly(zoo.id);
        }

        @Test
        @Tag("U-2")
        void deletesElementsBeforeTheirOwner() {
            Box box = new Box();
            box.items.add(new Item());
            session.delete(stored(box));

            assertThat(written()).containsExactly("DELETE item", "DELETE box");
        }

        @Test
        void clearsTheKeysOfElementsThatOutliveTheirOwner() {
            Zoo zoo = new Zoo();
            zoo.animals.add(new Animal());
            session.delete(stored(zoo));

            assertThat(written()).containsExactly("UPDATE animal", "DELETE zoo");
            assertThat(rows("animal")).isEqualTo(1);
        }

        @Test
        void clearsTheKeyOfAnElementThatLeft() {
            Zoo zoo = new Zoo();
            zoo.animals.addAll(List.of(new Animal(), new Animal()));
            stored(zoo);
            zoo.animals.remove(0);

            assertThat(written()).containsExactly("UPDATE animal");
            assertThat(values("select zoo_id from animal")).containsExactlyInAnyOrder(zoo.id, null);
        }

        @Test
        void givesTheKeyOfANewOwnerToAnElementThatMoves() {
            Zoo first = new Zoo();
            Animal animal = new Animal();
            first.animals.add(animal);
            stored(first);
            Zoo second = new Zoo();
            first.animals.remove(animal);
            second.animals.add(animal);
            session.add(second);
            session.delete(first);

            assertThat(written()).containsExactly("INSERT zoo", "UPDATE animal", "DELETE zoo");
            assertThat(direct().fetchValue("select zoo_id from animal")).isEqualTo(second.id);
        }
    }

    @Nested
    @DisplayName("with pairs")
    class Pairs {
        private Wine wine;
        private Guest guest;

        @BeforeEach
        void link() {
            wine = new Wine();
            guest = new Guest();
            wine.guests.add(guest);
        }

        @Test
        void writesThemAfterBothEnds() {
            session.add(wine);

            assertThat(written()).hasSize(3).endsWith("INSERT wine_guest").contains("INSERT wine", "INSERT guest");
        }

        @Test
        void deletesThemBeforeATargetThatLeft() {
            stored(wine);
            wine.guests.clear();
            session.delete(guest);

            assertThat(written()).containsExactly("DELETE wine_guest", "DELETE guest");
        }

        @Test
        void deletesThemBeforeTheirOwner() {
            session.delete(stored(wine));

            assertThat(written()).containsExactly("DELETE wine_guest", "DELETE wine");
        }

        @Test
        void deletesThemBeforeBothEnds() {
            stored(wine);
            session.delete(guest);
            session.delete(wine);

            assertThat(written()).startsWith("DELETE wine_guest").hasSize(3);
        }
    }

    @Nested
    @DisplayName("within one table")
    class OneTable {

        @Test
        @Tag("U-4")
        void insertsTheTargetOfAReferenceFirst() {
            Worker low = new Worker();
            Worker middle = new Worker();
            Worker top = new Worker();
            low.boss = middle;
            middle.boss = top;
            session.addAll(List.of(low, middle, top));

            session.flush();

            assertThat(List.of(top.id, middle.id, low.id)).isSorted();
            assertThat(values("select boss_id from worker order by id"))
                    .isEqualTo(Arrays.asList(null, top.id, middle.id));
        }

        @Test
        @Tag("U-4")
        void deletesWhatRefersFirst() {
            Worker top = stored(new Worker());
            Worker low = new Worker();
            low.boss = top;
            stored(low);
            session.delete(top);
            session.delete(low);

            session.flush();

            assertThat(rows("worker")).isZero();
        }

        @Test
        @Tag("U-4")
        void insertsAnOwnerBeforeItsElements() {
            Folder inner = new Folder();
            Folder outer = new Folder();
            outer.folders.add(inner);
            session.addAll(List.of(inner, outer));

            session.flush();

            assertThat(outer.id).isLessThan(inner.id);
            assertThat(values("select folder_id from folder order by id")).isEqualTo(Arrays.asList(null, outer.id));
        }

        @Test
        @Tag("U-4")
        void deletesElementsBeforeTheirOwner() {
            Folder inner = stored(new Folder());
            Folder outer = new Folder();
            outer.folders.add(inner);
            stored(outer);
            session.delete(outer);
            session.delete(inner);

            session.flush();

            assertThat(rows("folder")).isZero();
        }

        @Test
        void writesPairsAfterBothEndsAndDeletesThemFirst() {
            Friend one = new Friend();
            Friend other = new Friend();
            one.friends.add(other);
            other.friends.add(one);
            session.addAll(List.of(one, other));
            assertThat(written()).containsExactly("INSERT friend", "INSERT friend_friend");
            assertThat(rows("friend_friend")).isEqualTo(2);

            session.delete(one);
            session.delete(other);
            assertThat(written()).containsExactly("DELETE friend_friend", "DELETE friend");
        }
    }

    @Nested
    @DisplayName("with updates of their own")
    class PostUpdates {

        @Test
        void writesReferencesAfterAllRowsAndClearsThemBeforeAnyIsDeleted() {
            Knot one = new Knot();
            Knot other = new Knot();
            one.next = other;
            other.next = one;
            session.addAll(List.of(one, other));
            assertThat(written()).containsExactly("INSERT knot", "UPDATE knot");
            assertThat(values("select next_id from knot order by id")).containsExactlyInAnyOrder(one.id, other.id);

            session.delete(one);
            session.delete(other);
            assertThat(written()).containsExactly("UPDATE knot", "DELETE knot");
        }

        @Test
        void writesTheKeysOfElementsAfterAllRowsAndClearsThemBeforeTheOwnerIsDeleted() {
            Ring ring = new Ring();
            ring.beads.add(new Bead());
            session.add(ring);
            assertThat(written()).hasSize(3).endsWith("UPDATE bead").contains("INSERT ring", "INSERT bead");
            assertThat(direct().fetchValue("select ring_id from bead")).isEqualTo(ring.id);

            session.delete(ring);
            assertThat(written()).startsWith("UPDATE bead", "DELETE ring");
            assertThat(direct().fetchValue("select ring_id from bead")).isNull();
        }
    }
}
