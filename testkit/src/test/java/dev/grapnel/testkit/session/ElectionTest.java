package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.CollectionKind;
import dev.grapnel.core.instrument.InstrumentationFinder;
import dev.grapnel.core.instrument.InstrumentationFinders;
import dev.grapnel.core.instrument.InstrumentationManager;
import dev.grapnel.core.instrument.InstrumentedBy;
import dev.grapnel.sql.Registry;
import dev.grapnel.testkit.session.Records.Letter;
import dev.grapnel.testkit.session.Records.Paper;
import dev.grapnel.testkit.session.Staff.Engineer;
import dev.grapnel.testkit.session.Staff.Person;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The instrumentation of a hierarchy")
class ElectionTest {
    private final List<InstrumentationFinder> finders = new ArrayList<>();
    private Registry registry;

    static final class Ordinary implements InstrumentationManager {}

    static final class Another implements InstrumentationManager {}

    static final class Broken implements InstrumentationManager {
        Broken() {
            throw new IllegalStateException("no");
        }
    }

    @Entity
    static class Head {
        @Id
        int id;
    }

    @Entity
    @InstrumentedBy(Another.class)
    static class Deviating extends Head {}

    @Entity
    @InstrumentedBy(Broken.class)
    static class Unlucky {
        @Id
        int id;
    }

    /** Keeps every collection as a set. */
    static final class SetsOnly implements InstrumentationManager {
        @Override
        public CollectionKind collectionKind(Class<?> type, String attribute, CollectionKind declared) {
            return CollectionKind.SET;
        }
    }

    @Entity
    @InstrumentedBy(SetsOnly.class)
    static class Crate {
        @Id
        int id;

        @OneToMany(mappedBy = "crate")
        Collection<Bottle> bottles = new ArrayList<>();
    }

    @Entity
    static class Bottle {
        @Id
        int id;

        @ManyToOne
        Crate crate;
    }

    @AfterEach
    void release() {
        finders.forEach(InstrumentationFinders::remove);
        if (registry != null) {
            registry.dispose();
        }
    }

    private void find(InstrumentationFinder finder) {
        finders.add(finder);
        InstrumentationFinders.add(finder);
    }

    private static InstrumentationFinder giving(Class<?> type, InstrumentationManager instrumentation) {
        return asked -> asked == type ? instrumentation : null;
    }

    private static InstrumentationManager inUse(Class<?> type) {
        return ClassManager.find(type).instrumentation();
    }

    @Test
    @Tag("N-15")
    void isTheOneThatTheClassNamesForItselfAndItsSubclasses() {
        registry = Registry.of(Paper.class, Letter.class, Records.Folder.class);

        assertThat(inUse(Paper.class)).isInstanceOf(Records.InMap.class);
        assertThat(inUse(Letter.class)).isSameAs(inUse(Paper.class));
    }

    @Test
    @Tag("N-15")
    void isFoundByTheFirstFinderThatKnowsTheClass() {
        InstrumentationManager chosen = new Ordinary();
        find(asked -> null);
        find(giving(Person.class, chosen));
        find(giving(Person.class, new Another()));

        registry = Registry.of(Person.class, Engineer.class);

        assertThat(inUse(Person.class)).isSameAs(chosen);
        assertThat(inUse(Engineer.class)).isSameAs(chosen);
    }

    @Test
    void isThatOfAFinderBeforeTheOneThatTheClassNames() {
        find(giving(Paper.class, new Ordinary()));
        find(giving(Letter.class, new Ordinary()));

        registry = Registry.of(Paper.class, Letter.class, Records.Folder.class);

        assertThat(inUse(Paper.class)).isInstanceOf(Ordinary.class);
    }

    @Test
    void isTheOrdinaryOneIfNobodyKnowsTheClass() {
        registry = Registry.of(Person.class);

        assertThat(inUse(Person.class)).isNull();
    }

    @Test
    @Tag("N-15")
    void cannotBeTwo() {
        find(giving(Person.class, new Ordinary()));
        find(giving(Engineer.class, new Another()));

        assertThatThrownBy(() -> Registry.of(Person.class, Engineer.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Engineer: its hierarchy has two instrumentations")
                .hasMessageContaining("ElectionTest$Another by class")
                .hasMessageContaining("ElectionTest$Ordinary by class")
                .hasMessageContaining("Elect one, at the class that heads the hierarchy");
        assertThat(ClassManager.find(Person.class)).isNull();
    }

    @Test
    @Tag("N-15")
    void cannotBeginBelowASuperclassThatIsMappedWithoutIt() {
        assertThatThrownBy(() -> Registry.of(Head.class, Deviating.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("the ordinary one by class")
                .hasMessageContaining("which is mapped already");
    }

    @Test
    @Tag("N-17")
    void decidesWhichCollectionsAreUsed() {
        registry = Registry.of(Crate.class, Bottle.class);
        registry.configure();
        Crate crate = new Crate();
        Bottle bottle = new Bottle();

        crate.bottles.add(bottle);
        crate.bottles.add(bottle);

        assertThat(crate.bottles).isInstanceOf(Set.class).containsExactly(bottle);
        assertThat(bottle.crate).isSameAs(crate);
    }

    @Test
    void thatCannotBeMadeIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> Registry.of(Unlucky.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("its instrumentation " + Broken.class.getName() + " could not be made")
                .hasRootCauseMessage("no");
    }
}
