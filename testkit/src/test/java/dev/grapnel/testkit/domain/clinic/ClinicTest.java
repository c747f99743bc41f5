package dev.grapnel.testkit.domain.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.sql.Registry;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.testkit.domain.ModelTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.grapnel.testkit.domain.ModelTest#databases")
@DisplayName("A clinic on")
class ClinicTest extends ModelTest {
    private static final ColumnAttribute<Owner, String> LAST_NAME =
            ColumnAttribute.of(Owner.class, "lastName", String.class);

    @Override
    protected Registry map() {
        return Registry.of(Owner.class, Pet.class, Species.class, Visit.class, Vet.class);
    }

    private Integer givenMia() {
        return inSession(session -> {
            Species cat = new Species("cat");
            session.add(cat);
            Owner mia = new Owner("Mia", "Moss");
            mia.setCity("Chur");
            mia.addPet(new Pet("Tom", cat, LocalDate.of(2020, 5, 1)));
            mia.addPet(new Pet("Ada", cat, LocalDate.of(2021, 6, 2)));
            Pet tom = mia.getPet("tom").orElseThrow();
            tom.addVisit(new Visit(LocalDate.of(2025, 2, 2), "second"));
            tom.addVisit(new Visit(LocalDate.of(2025, 1, 1), "first"));
            session.add(mia);
            session.flush();
            return mia.getId();
        });
    }

    @Test
    void addsAnOwnerWithPetsAndVisits() {
        Integer key = givenMia();

        inSession(session -> {
            Owner mia = session.get(Owner.class, key);
            assertThat(mia.isNew()).isFalse();
            assertThat(mia.getPets()).extracting(Pet::getName).containsExactly("Ada", "Tom");
            assertThat(mia.getPet("Tom").orElseThrow().getVisits())
                    .extracting(Visit::getDescription)
                    .containsExactly("first", "second");
            return mia;
        });
    }

    @Test
    void findsOwnersByName() {
        givenMia();

        inSession(session -> {
            List<Owner> found =
                    session.query(Owner.class).where(LAST_NAME.like("M%")).list();
            assertThat(found).containsExactly(new Owner("Mia", "Moss"));
            return found;
        });
    }

    @Test
    void changesAPetAndAddsAVisit() {
        Integer key = givenMia();
        inSession(session -> {
            Pet tom = session.get(Owner.class, key).getPet("Tom").orElseThrow();
            tom.setName("Tommy");
            tom.addVisit(new Visit(LocalDate.of(2026, 3, 3), "third"));
            return tom;
        });

        inSession(session -> {
            Pet tommy = session.get(Owner.class, key).getPet("Tommy").orElseThrow();
            assertThat(tommy.getVisits()).hasSize(3);
            return tommy;
        });
    }

    @Test
    void deletesAPetThatIsGivenAwayWithItsVisits() {
        Integer key = givenMia();
        inSession(session -> {
            Owner mia = session.get(Owner.class, key);
            mia.giveAway(mia.getPet("Tom").orElseThrow());
            return mia;
        });

        inSession(session -> {
            assertThat(session.query(Pet.class).list()).extracting(Pet::getName).containsExactly("Ada");
            assertThat(session.query(Visit.class).list()).isEmpty();
            return session;
        });
    }

    @Test
    void deletesAnOwnerWithAll() {
        Integer key = givenMia();
        inSession(session -> {
            session.delete(session.get(Owner.class, key));
            return session;
        });

        inSession(session -> {
            assertThat(session.query(Pet.class).list()).isEmpty();
            assertThat(session.query(Species.class).list()).hasSize(1);
            return session;
        });
    }

    @Test
    void keepsWhatAVetTreatsInASetThatIsMadeWhenItIsNeeded() {
        inSession(session -> {
            Species dog = new Species("dog");
            session.add(dog);
            Vet kay = new Vet("Kay");
            kay.treat(dog);
            session.add(kay);
            session.add(new Vet("Lee"));
            return kay;
        });

        inSession(session -> {
            assertThat(session.query(Vet.class).list())
                    .extracting(Vet::getSpecies)
                    .containsExactlyInAnyOrder(List.of("dog"), List.of());
            return session;
        });
    }
}
