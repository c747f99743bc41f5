package dev.grapnel.testkit.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.session.SessionOptions;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.testkit.LeakCheck;
import dev.grapnel.testkit.TestDatabases;
import dev.grapnel.testkit.cascade.Families.Cart;
import dev.grapnel.testkit.cascade.Families.Cow;
import dev.grapnel.testkit.cascade.Families.Family;
import dev.grapnel.testkit.cascade.Families.Herd;
import dev.grapnel.testkit.cascade.Families.Item;
import dev.grapnel.testkit.cascade.Families.Page;
import dev.grapnel.testkit.cascade.Families.Word;
import dev.grapnel.testkit.cascade.Owner.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No program that is right under JPA loses a row, whichever side it writes first. */
@DisplayName("What JPA's cascade of PERSIST reaches")
class JpaCascadeTest {
    @RegisterExtension
    final LeakCheck leaks = new LeakCheck();

    private static final CollectionAttribute<Cart, Item> CART_PARTS =
            CollectionAttribute.of(Cart.class, "parts", Item.class);

    private Engine engine;
    private Registry registry;
    private SessionFactory sessions;
    private Session session;

    @BeforeEach
    void open() {
        engine = leaks.watch(TestDatabases.H2.open());
        registry = Registry.of(Stream.concat(
                        Arrays.stream(Family.values()).flatMap(family -> Stream.of(family.owners, family.parts)),
                        Stream.of(Herd.class, Cow.class, Page.class, Word.class))
                .toArray(Class<?>[]::new));
        Schema.of(registry).createAll(engine);
        sessions = SessionFactory.of(engine, registry);
        session = sessions.open();
    }

    @AfterEach
    void close() {
        session.close();
        registry.dispose();
        engine.close();
    }

    static Stream<Arguments> programs() {
        return Arrays.stream(Family.values())
                .flatMap(family -> Arrays.stream(Order.values()).map(order -> Arguments.of(family, order)));
    }

    /** An owner from the database, whose collection is not in memory. */
    private Owner stored(Family family) {
        return stored(family, family.owner());
    }

    private Owner stored(Family family, Owner made) {
        try (Session other = sessions.open()) {
            other.add(made);
            other.flush();
            Integer id = made.id();
            other.commit();
            return session.get(family.owners, id);
        }
    }

    private static List<String> names(Owner owner) {
        return owner.<Part>parts().stream().map(Part::name).toList();
    }

    private void assertStored(Family family, Owner owner, String... names) {
        assertThat(names(owner)).as("in memory").containsExactlyInAnyOrder(names);
        session.commit();
        assertThat(names(owner)).as("in memory, loaded").containsExactlyInAnyOrder(names);
        try (Session other = sessions.open()) {
            assertThat(names(other.get(family.owners, owner.id()))).as("stored").containsExactlyInAnyOrder(names);
            assertThat(other.query(family.parts).list()).as("rows").hasSize(names.length);
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void isStoredWithANewOwner(Family family, Order order) {
        Owner owner = family.owner();
        owner.add(family.part("a"), order);
        owner.add(family.part("b"), order);
        session.add(owner);

        assertStored(family, owner, "a", "b");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void isStoredWithAnOwnerThatWaitsForItsInsert(Family family, Order order) {
        Owner owner = family.owner();
        session.add(owner);
        owner.add(family.part("a"), order);

        assertStored(family, owner, "a");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void isStoredWithALoadedOwner(Family family, Order order) {
        Owner owner = stored(family);
        owner.add(family.part("a"), order);

        assertStored(family, owner, "a");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void isStoredWithALoadedOwnerThatHasOthers(Family family, Order order) {
        Owner made = family.owner();
        made.add(family.part("a"), order);
        Owner owner = stored(family, made);
        owner.add(family.part("b"), order);

        assertStored(family, owner, "a", "b");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void isStoredWithALoadedCollection(Family family, Order order) {
        Owner made = family.owner();
        made.add(family.part("a"), order);
        Owner owner = stored(family, made);
        assertThat(owner.parts()).hasSize(1);
        owner.add(family.part("b"), order);

        assertStored(family, owner, "a", "b");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void joinsInItsConstructor(Family family, Order order) {
        Owner owner = stored(family);
        family.joining(owner, order, "a");

        assertStored(family, owner, "a");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void joinsInItsConstructorWhileSomethingElseIsToBeWritten(Family family, Order order) {
        Owner owner = stored(family);
        owner.add(family.part("a"), order);
        session.commit();
        session.add(family.owner());
        family.joining(owner, order, "b");

        assertStored(family, owner, "a", "b");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void joinsANewOwnerInItsConstructor(Family family, Order order) {
        Owner owner = family.owner();
        family.joining(owner, order, "a");
        session.add(owner);

        assertStored(family, owner, "a");
    }

    @ParameterizedTest
    @EnumSource
    void isStoredWhereAQueryComesBetweenBothSides(Family family) {
        Owner owner = stored(family);
        Part part = family.part("a");
        part.owner(owner);
        assertThat(session.query(family.owners).list()).hasSize(1);
        owner.parts().add(part);

        assertStored(family, owner, "a");
    }

    @ParameterizedTest
    @EnumSource
    void isStoredWhereAQueryComesBetweenBothSidesOfALoadedCollection(Family family) {
        Owner owner = stored(family);
        assertThat(owner.parts()).isEmpty();
        Part part = family.part("a");
        part.owner(owner);
        assertThat(session.query(family.owners).list()).hasSize(1);
        owner.parts().add(part);

        assertStored(family, owner, "a");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void isStoredWithACopyThatAMergeMakes(Family family, Order order) {
        Owner owner = stored(family);
        assertThat(owner.parts()).isEmpty();
        session.close();
        owner.add(family.part("a"), order);

        assertStored(family, session.merge(owner), "a");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void movesToAnotherOwner(Family family, Order order) {
        Owner made = family.owner();
        made.add(family.part("a"), order);
        Owner from = stored(family, made);
        Owner to = stored(family);
        Part part = from.parts().iterator().next();
        from.parts().remove(part);
        to.add(part, order);

        assertStored(family, to, "a");
    }

    @ParameterizedTest
    @EnumSource
    void ownerIsStoredWithAPartThatIsThere(Order order) {
        Cow cow = new Cow("berta");
        session.add(cow);
        Herd herd = new Herd();
        herd.add(cow, order);
        session.commit();

        assertThat(session.query(Herd.class).list()).containsExactly(herd);
        assertThat(session.query(Cow.class).one().owner).isSameAs(herd);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void isToldOnceWhenItJoins(Family family, Order order) {
        Owner owner = stored(family);
        Part part = family.part("a");
        List<Object> told = new ArrayList<>();
        Events.on(session).transientToPending(event -> told.add(event.instance()));

        owner.add(part, order);

        assertThat(told).containsExactly(part);
        assertThat(session.newObjects()).containsExactly(part);
    }

    @ParameterizedTest
    @EnumSource
    void isNothingThatOnlyNamesItsOwner(Family family) {
        Owner owner = stored(family);
        assertThat(owner.parts()).isEmpty();
        family.part("thrown away").owner(owner);
        session.commit();

        assertThat(session.query(family.parts).list()).isEmpty();
        assertThat(owner.parts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isNothingThatIsRemovedToo(Family family) {
        Owner made = family.owner();
        made.add(family.part("a"), Order.OWNER_FIRST);
        Owner owner = stored(family, made);
        session.delete(owner.parts().iterator().next());
        session.commit();

        assertThat(session.query(family.parts).list()).isEmpty();
    }

    @Test
    void isNothingThatJoinsAListOfWhichTheElementsWereAssigned() {
        Cart cart = new Cart();
        List<Item> items = new ArrayList<>(List.of(new Item("a")));
        cart.parts = items;
        items.add(new Item("past the entity"));
        session.add(cart);

        assertStored(Family.LISTED, cart, "a");
    }

    @Nested
    @DisplayName("A list")
    class AList {
        private Cart cart;
        private Item a;
        private Item b;

        @BeforeEach
        void make() {
            cart = new Cart();
            a = new Item("a");
            b = new Item("b");
        }

        @Test
        void isInTheOrderInWhichTheProgramAdds() {
            a.owner = cart;
            b.owner = cart;
            cart.parts.add(b);
            cart.parts.add(a);

            assertThat(cart.parts).containsExactly(b, a);
        }

        @Test
        void holdsAnElementTwiceThatIsAddedTwice() {
            a.owner = cart;
            cart.parts.add(a);
            cart.parts.add(a);

            assertThat(cart.parts).containsExactly(a, a);
        }

        @Test
        void holdsAnElementOnceThatHasLeftInTheMeantime() {
            a.owner = cart;
            cart.parts.remove(a);
            cart.parts.add(b);
            cart.parts.add(a);

            assertThat(cart.parts).containsExactly(b, a);
        }

        @Test
        void holdsAnElementOnceThatIsAddedAtAnIndexToo() {
            b.owner = cart;
            a.owner = cart;
            cart.parts.add(0, a);
            cart.parts.add(1, b);

            assertThat(cart.parts).containsExactly(a, b);
        }

        @Test
        void holdsAnElementTwiceThatIsAddedBehindItself() {
            a.owner = cart;
            b.owner = cart;
            cart.parts.add(2, a);

            assertThat(cart.parts).containsExactly(a, b, a);
        }

        @Test
        void movesAnElementWithinAViewThatHasIt() {
            cart.parts.add(b);
            a.owner = cart;
            List<Item> view = cart.parts.subList(0, 2);
            view.add(0, a);

            assertThat(view).containsExactly(a, b);
            assertThat(cart.parts).containsExactly(a, b);
        }

        @Test
        void movesAnElementIntoAViewThatDoesNotHaveIt() {
            cart.parts.add(b);
            a.owner = cart;
            List<Item> view = cart.parts.subList(0, 1);
            view.listIterator().add(a);

            assertThat(view).containsExactly(a, b);
            assertThat(cart.parts).containsExactly(a, b);
        }

        @Test
        void tellsThatNothingChangesWhenTheProgramAddsWhatIsThere() {
            List<String> told = new ArrayList<>();
            Subscription listening = Subscription.together(List.of(
                    Events.on(CART_PARTS).onAppend(event -> told.add("append")),
                    Events.on(CART_PARTS).onAppendWithoutMutation(event -> told.add("append_wo_mutation"))));
            a.owner = cart;
            cart.parts.add(a);
            listening.close();

            assertThat(told).containsExactly("append", "append_wo_mutation");
        }

        @Test
        void holdsAnElementOnceThatWasQueuedBeforeTheListWasLoaded() {
            session.close();
            session = SessionFactory.of(engine, registry, SessionOptions.DEFAULT.withAutoflush(false))
                    .open();
            Cart loaded = (Cart) stored(Family.LISTED);
            a.owner = loaded;
            loaded.parts.add(a);

            assertStored(Family.LISTED, loaded, "a");
        }

        @Test
        void holdsItTwiceWhereTheMappingSaysSo() {
            Page page = new Page();
            Word word = new Word();
            word.page = page;
            page.words.add(word);

            assertThat(page.words).containsExactly(word, word);
        }
    }
}
