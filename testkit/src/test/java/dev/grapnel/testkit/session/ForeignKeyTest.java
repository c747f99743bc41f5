package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.FlushException;
import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.session.Garden.Bed;
import dev.grapnel.testkit.session.Garden.Leaf;
import dev.grapnel.testkit.session.Garden.Plant;
import dev.grapnel.testkit.session.Garden.Row;
import dev.grapnel.testkit.session.Garden.Seed;
import dev.grapnel.testkit.session.Garden.Tag;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of objects that refer to each other: who joins, who leaves, and whose keys follow. */
@EveryDatabase
@DisplayName("Objects that refer to each other on")
class ForeignKeyTest extends DatabaseTest {
    private final List<Object> seen = new ArrayList<>();

    ForeignKeyTest() {
        super(Garden.ALL);
    }

    private Plant givenPlant() {
        Plant plant = new Plant();
        plant.leaves.add(new Leaf());
        session.add(plant);
        session.flush();
        plant.leaves.get(0).seeds.size();
        statements.clear();
        return plant;
    }

    @Nested
    class Join {
        @Test
        @org.junit.jupiter.api.Tag("U-11")
        void whenAnObjectOfTheSessionIsMadeToReferToThem() {
            Plant plant = givenPlant();
            Bed bed = new Bed("north");

            plant.bed = bed;

            assertThat(session.newObjects()).containsExactly(bed);
        }

        @Test
        @org.junit.jupiter.api.Tag("U-11")
        void notWhenOnlyTheOtherSideOfTheirReferenceChanges() {
            Bed bed = new Bed("north");
            session.add(bed);
            Plant plant = new Plant();

            bed.plants.add(plant);

            assertThat(plant.bed).isSameAs(bed);
            assertThat(session.newObjects()).containsExactly(bed);
        }

        @Test
        @org.junit.jupiter.api.Tag("U-10")
        void ofWhomOneIsNotInTheSessionAreNotLinked() {
            Bed bed = new Bed("north");
            session.add(bed);
            session.flush();
            bed.plants.add(new Plant());
            statements.clear();

            session.flush();

            statements.assertNone();
        }
    }

    @Nested
    class Leave {
        @Test
        @org.junit.jupiter.api.Tag("U-12")
        void ofTheDeletedOnesTheNewAreNotDeleted() {
            Plant plant = givenPlant();
            Leaf old = plant.leaves.get(0);
            Leaf fresh = new Leaf();
            plant.leaves.add(fresh);

            session.delete(plant);

            assertThat(session.deleted()).containsExactlyInAnyOrder(plant, old);
            assertThat(session.newObjects()).containsExactly(fresh);
        }

        @Test
        @org.junit.jupiter.api.Tag("U-14")
        void notIfTheyNeverHadAParent() {
            session.add(new Leaf());

            session.flush();

            assertThat(rows("leaf")).isEqualTo(1);
        }

        @Test
        @org.junit.jupiter.api.Tag("U-14")
        void atOnceIfTheyAreNewAndTheirParentLetsGo() {
            Plant plant = givenPlant();
            Leaf fresh = new Leaf();
            plant.leaves.add(fresh);
            assertThat(session.newObjects()).containsExactly(fresh);

            plant.leaves.remove(fresh);

            assertThat(session.newObjects()).isEmpty();
            assertThat(lifecycle(fresh)).isEqualTo(LifecycleState.TRANSIENT);
        }

        @Test
        @org.junit.jupiter.api.Tag("U-15")
        void asOrphansAndThereforeWithADeletedParentToo() {
            assertThat(registry.mapper(Plant.class).relationship("leaves").cascades())
                    .contains(CascadeType.DELETE_ORPHAN, CascadeType.DELETE);
        }

        @Test
        @org.junit.jupiter.api.Tag("U-18")
        void notByADeleteWithoutAKey() {
            Plant plant = givenPlant();
            Leaf leaf = plant.leaves.get(0);
            leaf.seeds.add(new Seed());
            plant.leaves.remove(leaf);

            assertThatThrownBy(session::flush)
                    .isInstanceOf(FlushException.class)
                    .hasMessageStartingWith("Cannot delete the row of Seed (without key): its Seed.id is null");
        }
    }

    @Nested
    class Keys {
        private Bed bed;

        private void givenBed() {
            bed = new Bed("north");
            session.add(bed);
            session.flush();
        }

        @Test
        @org.junit.jupiter.api.Tag("U-8")
        void areNotClearedWhereTheyArePartOfThePrimaryKey() {
            givenBed();
            session.add(new Row(bed, 1));
            session.flush();
            session.delete(bed);

            assertThatThrownBy(session::flush)
                    .isInstanceOf(FlushException.class)
                    .hasMessageContaining("is part of the primary key");
        }

        @Test
        @org.junit.jupiter.api.Tag("U-25")
        void followAChangedKeyInMemoryWithoutAnUpdate() {
            givenBed();
            Plant plant = new Plant();
            plant.bed = bed;
            session.add(plant);
            session.flush();
            bed.plants.size();
            statements.clear();

            bed.name = "south";
            session.flush();

            assertThat(statements.statements(StatementKind.UPDATE))
                    .map(Object::toString)
                    .containsExactly("UPDATE bed");
            assertThat(Instance.of(plant).get("bed#bed_name")).isEqualTo("south");
        }

        @Test
        @org.junit.jupiter.api.Tag("U-25")
        void followAChangedKeyByAnUpdateWithEventsIfTheyAreNotPassive() {
            givenBed();
            Tag tag = new Tag(1);
            tag.bed = bed;
            session.add(tag);
            session.commit();
            Bed again = session.get(Bed.class, "north");
            try (Subscription unused = Mapped.on(Tag.class).beforeUpdate(e -> seen.add(e.target().id))) {
                again.name = "south";
                session.flush();
            }

            assertThat(seen).containsExactly(1);
            assertThat(direct().fetchValue("select bed_name from tag")).isEqualTo("south");
        }

        @Test
        @org.junit.jupiter.api.Tag("U-25")
        void thatAreNotPassiveAreExplained() {
            givenBed();
            Tag tag = new Tag(1);
            tag.bed = bed;
            session.add(tag);
            session.flush();
            bed.tags.size();

            bed.name = "south";

            assertThat(session.explainFlush().rows())
                    .map(row -> row.kind() + " " + row.place() + " " + row.columns())
                    .containsExactly("UPDATE bed [name]", "UPDATE tag [bed_name, version]");
        }
    }
}
