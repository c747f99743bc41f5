package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.sql.attribute.Aliased;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.query.Page;
import dev.grapnel.sql.query.Query;
import dev.grapnel.testkit.session.Zoo.Animal;
import dev.grapnel.testkit.session.Zoo.Cat;
import dev.grapnel.testkit.session.Zoo.Dog;
import dev.grapnel.testkit.session.Zoo.Keeper;
import dev.grapnel.testkit.session.Zoo.Puppy;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Queries for classes whose rows are in several tables. */
@EveryDatabase
@DisplayName("Queries over a table for each class on")
class ConcreteQueryTest extends DatabaseTest {
    private static final ColumnAttribute<Animal, String> NAME = ColumnAttribute.of(Animal.class, "name", String.class);
    private static final CollectionAttribute<Keeper, Animal> ANIMALS =
            CollectionAttribute.of(Keeper.class, "animals", Animal.class);

    ConcreteQueryTest() {
        super(Zoo.ALL);
    }

    @BeforeEach
    void givenThreeAnimals() {
        elsewhere(s -> {
            Keeper joe = new Keeper(1, "joe");
            s.add(joe);
            s.add(new Keeper(2, "kim"));
            for (Animal animal : List.of(new Puppy(1, "ace", 3, 9), new Cat(2, "bib", "big"), new Dog(3, "cap", 5))) {
                joe.animals.add(animal);
                s.add(animal);
            }
        });
    }

    private Query<Animal> animals() {
        return session.query(Animal.class).orderBy(NAME);
    }

    @Test
    void streamsAndPagesGiveObjectsOfAllClasses() {
        try (Stream<Animal> all = animals().stream(2)) {
            assertThat(all.<Class<?>>map(Animal::getClass)).containsExactly(Puppy.class, Cat.class, Dog.class);
        }
        Page<Animal> first = animals().page(2);
        assertThat(first.items()).extracting(animal -> animal.name).containsExactly("ace", "bib");
        assertThat(animals().page(2, first.next()).items())
                .extracting(animal -> animal.name)
                .containsExactly("cap");
    }

    @Test
    void questionsAndJoinsReachAllClasses() {
        assertThat(session.query(Keeper.class)
                        .where(ANIMALS.any(NAME.eq("bib")))
                        .count())
                .isOne();
        assertThat(session.query(Keeper.class).where(ANIMALS.isEmpty()).count()).isOne();
        assertThat(session.query(Keeper.class)
                        .join(ANIMALS)
                        .where(NAME.eq("cap"))
                        .count())
                .isOne();
        assertThat(session.query(Keeper.class)
                        .where(ANIMALS.ofType(Dog.class).any(NAME.eq("ace")))
                        .count())
                .isOne();
    }

    @Test
    void objectsComeSideBySide() {
        Aliased<Animal> animal = Aliased.of(Animal.class, "a");

        List<Record> rows = session.query(Keeper.class)
                .join(ANIMALS, animal)
                .orderBy(animal.get(NAME))
                .select(Aliased.own(Keeper.class), animal)
                .list();

        assertThat(rows).extracting(row -> row.get(animal).name).containsExactly("ace", "bib", "cap");
        assertThat(rows.get(0).get(animal)).isInstanceOf(Puppy.class);
    }

    @Test
    void queriesAreCombined() {
        Query<Animal> ace = session.query(Animal.class).where(NAME.eq("ace"));
        Query<Animal> cap = session.query(Animal.class).where(NAME.eq("cap"));

        assertThat(ace.union(cap).orderBy(NAME).list())
                .extracting(animal -> animal.name)
                .containsExactly("ace", "cap");
    }
}
