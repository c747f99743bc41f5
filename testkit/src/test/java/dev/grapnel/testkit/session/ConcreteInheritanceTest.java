package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.FlushException;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.attribute.ReferenceAttribute;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.testkit.session.Zoo.Animal;
import dev.grapnel.testkit.session.Zoo.Cat;
import dev.grapnel.testkit.session.Zoo.Dog;
import dev.grapnel.testkit.session.Zoo.Food;
import dev.grapnel.testkit.session.Zoo.Keeper;
import dev.grapnel.testkit.session.Zoo.Puppy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hierarchies with a table for each class. */
@EveryDatabase
@DisplayName("A table for each class on")
class ConcreteInheritanceTest extends DatabaseTest {
    private static final ColumnAttribute<Animal, Integer> ID = ColumnAttribute.of(Animal.class, "id", Integer.class);
    private static final ColumnAttribute<Animal, String> NAME = ColumnAttribute.of(Animal.class, "name", String.class);
    private static final ColumnAttribute<Dog, Integer> SIZE = ColumnAttribute.of(Dog.class, "size", Integer.class);
    private static final ColumnAttribute<Puppy, Integer> WEEKS =
            ColumnAttribute.of(Puppy.class, "weeks", Integer.class);
    private static final CollectionAttribute<Keeper, Animal> ANIMALS =
            CollectionAttribute.of(Keeper.class, "animals", Animal.class);
    private static final ReferenceAttribute<Keeper, Animal> FAVOURITE =
            ReferenceAttribute.of(Keeper.class, "favourite", Animal.class);

    ConcreteInheritanceTest() {
        super(Zoo.ALL);
    }

    private static List<String> columns(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    @Nested
    class InTheSchema {
        @Test
        void hasAllColumnsOfItsClass() {
            assertThat(columns(registry.mapper(Puppy.class).table()))
                    .containsExactlyInAnyOrder("id", "name", "version", "keeper_id", "size", "friend_id", "weeks");
            assertThat(columns(registry.mapper(Cat.class).table()))
                    .containsExactlyInAnyOrder("id", "name", "version", "keeper_id", "size");
        }

        @Test
        void isNotMadeForAnAbstractClass() {
            assertThat(registry.tables())
                    .extracting(Table::name)
                    .containsExactlyInAnyOrder(
                            "dog", "puppy", "cat", "keeper", "food", "Animal_nicknames", "Animal_food");
        }

        @Test
        void hasTheForeignKeysOfItsSuperclasses() {
            Table puppy = registry.mapper(Puppy.class).table();

            assertThat(puppy.foreignKeys()).singleElement().satisfies(key -> {
                assertThat(key.columns()).extracting(Column::name).containsExactly("keeper_id");
                assertThat(key.targetTable().name()).isEqualTo("keeper");
            });
        }
    }

    @Nested
    class Writing {
        @Test
        void insertsOneRow() {
            session.add(new Puppy(1, "rex", 3, 9));

            session.flush();

            statements.assertStatements("INSERT puppy");
        }

        @Test
        void updatesTheTableOfTheObject() {
            Puppy rex = new Puppy(1, "rex", 3, 9);
            session.add(rex);
            session.commit();
            rex.name = "max";
            statements.clear();

            session.flush();

            statements.assertStatements("SELECT puppy", "UPDATE puppy");
            assertThat(rex.version).isEqualTo(2);
        }

        @Test
        void deletesFromTheTableOfTheObject() {
            Cat tom = new Cat(1, "tom", "big");
            session.add(tom);
            session.flush();
            statements.clear();

            session.delete(tom);
            session.flush();

            statements.assertStatements("SELECT food", "DELETE animal_nicknames", "DELETE cat");
        }

        @Test
        void countsVersionsOfInheritedVersionAttributes() {
            elsewhere(s -> s.add(new Cat(1, "tom", "big")));
            Cat tom = session.get(Cat.class, 1);
            direct().execute("update \"cat\" set \"version\" = 7");
            tom.name = "tim";

            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
        }

        @Test
        @Tag("M-6")
        void tellsOfAllObjectsOfTheHierarchyBeforeAnyRow() {
            List<String> heard = new ArrayList<>();
            session.addAll(List.of(new Cat(1, "tom", "big"), new Dog(2, "rex", 3)));

            try (Subscription before = Mapped.on(Animal.class)
                            .propagate()
                            .beforeInsert(e -> heard.add("before " + e.target().name + " "
                                    + e.mapper().type().getSimpleName()));
                    Subscription after = Mapped.on(Animal.class)
                            .propagate()
                            .afterInsert(e -> heard.add("after " + e.target().name))) {
                session.flush();
            }

            assertThat(heard).containsExactly("before tom Cat", "before rex Dog", "after tom", "after rex");
        }

        @Test
        void refusesTheKeyOfAnObjectOfAnotherClassThatIsDeletedInTheSameFlush() {
            Dog rex = new Dog(1, "rex", 3);
            session.add(rex);
            session.commit();
            session.delete(rex);
            session.add(new Cat(1, "tom", "big"));

            assertThatThrownBy(session::flush)
                    .isInstanceOf(FlushException.class)
                    .hasMessageStartingWith("Cannot insert Cat (without key): it has the key of Dog[1]")
                    .hasMessageContaining("which is deleted in the same flush and has its row in another table."
                            + " Flush the deletion first.");
        }

        @Test
        void givesTheKeyOfADeletedObjectToOneOfAnotherClassInTheNextFlush() {
            Dog rex = new Dog(1, "rex", 3);
            session.add(rex);
            session.flush();
            session.delete(rex);
            session.flush();
            Cat tom = new Cat(1, "tom", "big");
            session.add(tom);

            session.commit();

            assertThat(lifecycle(rex)).isEqualTo(LifecycleState.DETACHED);
            assertThat(session.query(Animal.class).list()).containsExactly(tom);
        }
    }

    @Nested
    class Loading {
        @BeforeEach
        void given() {
            elsewhere(s -> {
                Dog rex = new Dog(1, "rex", 3);
                Puppy max = new Puppy(2, "max", 1, 9);
                Cat tom = new Cat(3, "tom", "big");
                max.friend = tom;
                max.nicknames.addAll(Set.of("m", "maxi"));
                s.addAll(List.of(rex, max, tom));
            });
            statements.clear();
        }

        @Test
        @Tag("G-22")
        void makesEachRowAnObjectOfItsClass() {
            List<Animal> all = session.query(Animal.class).orderBy(ID).list();

            assertThat(all).extracting(Object::getClass).containsExactly(Dog.class, Puppy.class, Cat.class);
            assertThat(all).extracting(animal -> animal.name).containsExactly("rex", "max", "tom");
        }

        @Test
        @Tag("G-23")
        void bringsTheColumnsOfSubclassesToo() {
            List<Animal> all = session.query(Animal.class).orderBy(ID).list();
            statements.clear();

            assertThat(((Dog) all.get(0)).size).isEqualTo(3);
            assertThat(((Puppy) all.get(1)).weeks).isEqualTo(9);
            assertThat(((Cat) all.get(2)).size).isEqualTo("big");
            statements.assertStatements();
        }

        @Test
        void takesOneStatement() {
            session.query(Animal.class).list();

            assertThat(statements.count(StatementKind.SELECT)).isOne();
        }

        @Test
        void queriesBelowAClassThatHasRowsOfItsOwn() {
            assertThat(session.query(Dog.class)
                            .where(SIZE.gt(0))
                            .orderBy(SIZE.desc())
                            .list())
                    .extracting(dog -> dog.name)
                    .containsExactly("rex", "max");
            assertThat(session.query(Puppy.class).list()).hasSize(1);
        }

        @Test
        void takesConditionsOfTheSuperclassForAllTables() {
            assertThat(session.query(Animal.class)
                            .where(NAME.like("%x"))
                            .orderBy(NAME)
                            .limit(1)
                            .one()
                            .name)
                    .isEqualTo("max");
        }

        @Test
        void givesValuesOfAllTables() {
            assertThat(session.query(Animal.class).orderBy(NAME).select(NAME).list())
                    .extracting(row -> row.get(NAME))
                    .containsExactly("max", "rex", "tom");
        }

        @Test
        void takesConditionsOfSubclassesWhereTheirColumnsHaveNamesOfTheirOwn() {
            assertThat(session.query(Animal.class).where(WEEKS.gt(3)).list())
                    .singleElement()
                    .isInstanceOf(Puppy.class);
            assertThatThrownBy(
                            () -> session.query(Animal.class).where(SIZE.gt(1)).list())
                    .isInstanceOf(DatabaseException.class);
        }

        @Test
        @Tag("G-24")
        void findsAKeyInWhicheverTableItIs() {
            assertThat(session.get(Animal.class, 3)).isInstanceOf(Cat.class);
            assertThat(session.get(Dog.class, 2)).isInstanceOf(Puppy.class);
            assertThat(session.get(Cat.class, 1)).isNull();
            assertThat(session.get(Animal.class, 9)).isNull();
        }

        @Test
        void knowsAnObjectByTheKeyOfTheHierarchy() {
            Cat tom = session.get(Cat.class, 3);
            statements.clear();

            assertThat(session.get(Animal.class, 3)).isSameAs(tom);
            assertThat(session.get(Dog.class, 3)).isNull();
            statements.assertStatements();
        }

        @Test
        void refreshesFromTheTableOfTheObject() {
            Animal tom = session.get(Animal.class, 3);
            direct().execute("update \"cat\" set \"name\" = 'tim', \"size\" = 'small'");

            session.refresh(tom);

            assertThat(tom.name).isEqualTo("tim");
            assertThat(((Cat) tom).size).isEqualTo("small");
        }

        @Test
        void loadsExpiredAttributesFromTheTableOfTheObject() {
            Dog rex = session.get(Dog.class, 1);
            session.expire(rex);
            statements.clear();

            assertThat(rex.size).isEqualTo(3);
            statements.assertStatements("SELECT dog");
        }

        @Test
        @Tag("G-25")
        void tellsListenersOfTheSuperclassThatPropagate() {
            List<String> heard = new ArrayList<>();
            try (Subscription all = InstanceEvents.on(Animal.class).propagate().load(e -> heard.add(e.target().name));
                    Subscription none = InstanceEvents.on(Animal.class).load(e -> heard.add("own"))) {
                session.query(Animal.class).orderBy(ID).list();
            }

            assertThat(heard).containsExactly("rex", "max", "tom");
        }

        @Test
        void findsCollectionsOfValuesByTheKeyOfTheHierarchy() {
            assertThat(session.get(Animal.class, 2).nicknames).containsExactlyInAnyOrder("m", "maxi");
            assertThat(session.get(Animal.class, 1).nicknames).isEmpty();
        }

        @Test
        void leavesOutWhatAQueryDefers() {
            Dog rex = session.query(Dog.class)
                    .options(LoadOptions.NONE.loadOnly(Set.of("name")))
                    .where(ID.eq(1))
                    .one();
            statements.clear();

            assertThat(rex.name).isEqualTo("rex");
            statements.assertStatements();
            assertThat(rex.size).isEqualTo(3);
            assertThat(statements.count(StatementKind.SELECT)).isOne();
        }

        @Test
        void refusesARowOfAnotherClassWithTheKeyOfAnObjectInMemory() {
            Cat tom = session.get(Cat.class, 3);
            direct().execute("insert into \"dog\" (\"id\", \"name\", \"version\") values (3, 'ben', 1)");

            assertThatThrownBy(() -> session.query(Dog.class).list())
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith("Cannot load a row as Dog: the session has Cat")
                    .hasMessageContaining("an object of another class with the same key");
            assertThat(tom.name).isEqualTo("tom");
        }
    }

    @Nested
    class Relationships {
        @BeforeEach
        void given() {
            elsewhere(s -> {
                Keeper kim = new Keeper(1, "kim");
                Dog rex = new Dog(1, "rex", 3);
                Puppy max = new Puppy(2, "max", 1, 9);
                Cat tom = new Cat(3, "tom", "big");
                kim.animals.addAll(List.of(tom, rex, max));
                rex.friend = tom;
                Food fish = new Food(1);
                tom.foods.add(fish);
                max.foods.add(fish);
                s.addAll(List.of(kim, fish));
                s.flush();
                kim.favourite = max;
            });
            statements.clear();
        }

        @Test
        void writeTheForeignKeyIntoTheTableOfEachMember() {
            assertThat(session.connection()
                            .unwrap(org.jooq.DSLContext.class)
                            .fetchValue("select count(*) from \"cat\" where \"keeper_id\" = 1"))
                    .hasToString("1");
        }

        @Test
        void loadMembersOfAllClasses() {
            Keeper kim = session.get(Keeper.class, 1);

            assertThat(kim.animals).extracting(animal -> animal.name).containsExactly("max", "rex", "tom");
            assertThat(kim.dogs).extracting(dog -> dog.name).containsExactlyInAnyOrder("max", "rex");
        }

        @Test
        void loadAReferenceToTheSuperclassFromWhicheverTable() {
            assertThat(session.get(Keeper.class, 1).favourite).isInstanceOf(Puppy.class);
            assertThat(session.get(Dog.class, 1).friend).isInstanceOf(Cat.class);
        }

        @Test
        void ofASuperclassAreLoadedForAnObjectOfASubclass() {
            assertThat(session.get(Cat.class, 3).keeper.name).isEqualTo("kim");
            assertThat(session.get(Puppy.class, 2).foods).hasSize(1);
        }

        @Test
        void overAnAssociationGoBothWays() {
            assertThat(session.get(Food.class, 1).eaters)
                    .extracting(animal -> animal.name)
                    .containsExactlyInAnyOrder("max", "tom");
        }

        @Test
        void areLoadedByAJoin() {
            Keeper kim = session.query(Keeper.class)
                    .load(LoadStrategy.JOINED, ANIMALS)
                    .one();
            statements.clear();

            assertThat(kim.animals).extracting(Object::getClass).containsExactly(Puppy.class, Dog.class, Cat.class);
            assertThat(((Puppy) kim.animals.get(0)).weeks).isEqualTo(9);
            statements.assertStatements();
        }

        @Test
        void areLoadedByOneMoreStatement() {
            Keeper kim = session.query(Keeper.class)
                    .load(LoadStrategy.SELECTIN, ANIMALS)
                    .load(LoadStrategy.SUBQUERY, FAVOURITE)
                    .one();
            statements.clear();

            assertThat(kim.animals).hasSize(3);
            assertThat(kim.favourite.name).isEqualTo("max");
            statements.assertStatements();
        }

        @Test
        void ofTheOwnersTableAreLoadedByAJoinFromASubclass() {
            ReferenceAttribute<Animal, Keeper> keeper = ReferenceAttribute.of(Animal.class, "keeper", Keeper.class);

            Cat tom = session.query(Cat.class).load(LoadStrategy.JOINED, keeper).one();
            List<Dog> dogs =
                    session.query(Dog.class).load(LoadStrategy.JOINED, keeper).list();
            statements.clear();

            assertThat(tom.keeper.name).isEqualTo("kim");
            assertThat(dogs).allSatisfy(dog -> assertThat(dog.keeper).isSameAs(tom.keeper));
            statements.assertStatements();
        }

        @Test
        void ofTheOwnersTableAreLoadedByASubqueryFromASubclass() {
            CollectionAttribute<Animal, Food> foods = CollectionAttribute.of(Animal.class, "foods", Food.class);

            Cat tom =
                    session.query(Cat.class).load(LoadStrategy.SUBQUERY, foods).one();
            List<Animal> all = session.query(Animal.class)
                    .load(LoadStrategy.SUBQUERY, foods)
                    .list();
            statements.clear();

            assertThat(tom.foods).hasSize(1);
            assertThat(all).filteredOn(animal -> !animal.foods.isEmpty()).hasSize(2);
            statements.assertStatements();
        }

        @Test
        @Tag("U-8")
        void setTheForeignKeyOfFormerMembersToNull() {
            Keeper kim = session.get(Keeper.class, 1);
            Animal tom = session.get(Animal.class, 3);
            kim.animals.remove(tom);
            statements.clear();

            session.flush();

            statements.assertStatements("UPDATE cat");
            session.expire(tom);
            assertThat(tom.keeper).isNull();
        }

        @Test
        void deleteMembersOfAllClassesWithTheirOwner() {
            Keeper kim = session.get(Keeper.class, 1);
            kim.favourite = null;
            session.get(Dog.class, 1).friend = null;
            session.delete(kim);

            session.commit();

            assertThat(session.query(Animal.class).list()).isEmpty();
        }
    }

    @Nested
    class SetBased {
        @Test
        void statementsOnASuperclassAreRefused() {
            assertThatThrownBy(() -> session.update(Animal.class).set(NAME, "x").execute())
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith(
                            "Cannot update rows of Animal by one statement: with InheritanceType.TABLE_PER_CLASS each class"
                                    + " below it has a table of its own. Use one statement for each of these classes, or load the"
                                    + " objects.");
            assertThatThrownBy(() -> session.deleteFrom(Dog.class).execute())
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith("Cannot delete rows of Dog by one statement");
            assertThatThrownBy(() -> session.insertInto(Animal.class)
                            .values(List.of(Map.of("id", 1)))
                            .execute())
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageStartingWith("Cannot insert rows of Animal: it is abstract");
        }

        @Test
        void statementsOnAClassWithoutSubclassesWriteItsTable() {
            Cat tom = new Cat(1, "tom", "big");
            session.add(tom);

            assertThat(session.update(Cat.class)
                            .set("name", "tim")
                            .where(NAME_OF_CATS.eq("tom"))
                            .execute())
                    .isOne();
            assertThat(tom.name).isEqualTo("tim");
            assertThat(session.deleteFrom(Cat.class).execute()).isOne();
        }

        @Test
        void insertsGiveObjectsOfTheClass() {
            List<Dog> dogs = session.insertInto(Dog.class)
                    .values(List.of(Map.of("id", 5, "name", "rex", "size", 3)))
                    .executeReturning();

            assertThat(dogs)
                    .singleElement()
                    .satisfies(dog -> assertThat(dog.size).isEqualTo(3));
        }

        private static final ColumnAttribute<Cat, String> NAME_OF_CATS =
                ColumnAttribute.of(Cat.class, "name", String.class);
    }

    @Test
    void aMergedCopyFindsItsRow() {
        elsewhere(s -> s.add(new Puppy(1, "rex", 3, 9)));
        Puppy copy = new Puppy(1, "max", 4, 9);
        copy.version = 1;

        Animal merged = session.merge(copy);
        session.commit();

        assertThat(session.get(Animal.class, 1)).isSameAs(merged);
        assertThat(merged.name).isEqualTo("max");
    }

    @Test
    void aClassThatIsMappedLaterJoins() {
        elsewhere(s -> s.add(new Dog(1, "rex", 3)));
        assertThat(session.query(Animal.class).list()).hasSize(1);
        session.rollback();

        registry.map(Zoo.Bird.class);
        Schema.of(registry).createAll(engine);
        elsewhere(s -> s.add(new Zoo.Bird(2, "tweety")));

        assertThat(session.query(Animal.class).list())
                .extracting(animal -> animal.name)
                .containsExactlyInAnyOrder("rex", "tweety");
        assertThat(session.get(Animal.class, 2)).isInstanceOf(Zoo.Bird.class);
        assertThat(registry.mapper(Zoo.Bird.class).table().foreignKeys()).hasSize(1);
    }

    @Test
    void anAttributeThatIsAddedLaterIsInAllTables() {
        registry.addAttribute(Animal.class, "weight", Integer.class);

        assertThat(registry.tables())
                .filteredOn(table -> List.of("dog", "puppy", "cat").contains(table.name()))
                .hasSize(3)
                .allSatisfy(table -> assertThat(table.find("weight")).isNotNull());
    }
}
