package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.sql.Registry;
import dev.grapnel.testkit.session.Kept.Atlas;
import dev.grapnel.testkit.session.Kept.Card;
import dev.grapnel.testkit.session.Kept.Chart;
import dev.grapnel.testkit.session.Kept.Format;
import dev.grapnel.testkit.session.Kept.Listed;
import dev.grapnel.testkit.session.Kept.WorldAtlas;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Entities whose classes keep the states of their objects themselves. */
@EveryDatabase
@DisplayName("States that a class keeps itself on")
class StateHolderTest extends DatabaseTest {
    private final List<Object> seen = new ArrayList<>();
    private Registry alone;

    StateHolderTest() {
        super(Kept.ALL);
    }

    @AfterEach
    void release() {
        if (alone != null) {
            alone.dispose();
        }
    }

    private Atlas stored(String... charts) {
        Atlas atlas = new WorldAtlas("earth", 7);
        for (String chart : charts) {
            atlas.charts.add(new Chart(chart));
        }
        session.add(atlas);
        session.commit();
        Integer id = atlas.id;
        session.expungeAll();
        return session.get(Atlas.class, id);
    }

    private Chart storedChart() {
        session.add(new Chart("delta"));
        session.commit();
        session.expungeAll();
        return session.query(Chart.class).one();
    }

    // ---- where they are ----

    @Test
    @Tag("N-10")
    void areWhereTheClassSaysAndNowhereElse() {
        Atlas atlas = new Atlas("earth");
        Chart chart = new Chart("delta");
        Card card = new Card("hello");

        assertThat(atlas.place).isSameAs(Instance.of(atlas).state());
        assertThat(Listed.STATES).containsEntry(chart, Instance.of(chart).state());
        assertThat(card.carried.state).isSameAs(Instance.of(card).state());
        for (Class<?> type : List.of(Atlas.class, WorldAtlas.class, Chart.class, Card.class)) {
            assertThat(type.getDeclaredFields())
                    .extracting(field -> field.getName())
                    .doesNotContain("$grapnel$state");
        }
    }

    @Test
    @Tag("N-18")
    void goTogetherWithValuesThatLiveElsewhere() {
        Card card = new Card("hello");
        session.add(card);
        session.commit();
        session.expungeAll();

        Card found = session.query(Card.class).one();
        found.text = "bye";
        session.flush();

        assertThat(found.carried.values).containsEntry("text", "bye");
        assertThat(found.carried.state).isSameAs(Instance.of(found).state());
        assertThat(direct().fetchValue("select text from card")).isEqualTo("bye");
    }

    @Test
    @Tag("N-10")
    void canBeTakenAway() {
        Atlas atlas = new Atlas("earth");
        Chart chart = new Chart("delta");

        ClassManager.find(Atlas.class).tearDown((Enhanced) (Object) atlas);
        ClassManager.find(Chart.class).tearDown((Enhanced) (Object) chart);

        assertThat(atlas.place).isNull();
        assertThat(Listed.STATES).doesNotContainKey(chart);
        assertThat(ClassManager.hasState(chart)).isFalse();
        assertThat(chart.name).isEqualTo("delta");
    }

    // ---- the unit of work ----

    @Test
    @Tag("N-18")
    void insertLoadUpdateAndDeleteLikeAnyOther() {
        Atlas atlas = stored("delta", "coast");
        assertThat(atlas).isInstanceOf(WorldAtlas.class);
        assertThat(((WorldAtlas) atlas).continents).isEqualTo(7);
        atlas.title = "globe";
        atlas.charts.get(0).scale = 5;
        atlas.charts.remove(1);
        session.commit();

        assertThat(direct().fetchValue("select title from atlas")).isEqualTo("globe");
        assertThat(direct().fetchValues("select scale from chart")).isEqualTo(List.of(5));
        session.delete(atlas);
        session.flush();
        assertThat(rows("atlas") + rows("chart")).isZero();
    }

    @Test
    void updateOnlyWhatChanged() {
        Atlas atlas = stored();
        atlas.title = "earth";
        session.flush();
        statements.clear();

        session.flush();

        assertThat(statements.count()).isZero();
    }

    @Test
    void expireAndReload() {
        Chart chart = storedChart();
        direct().execute("update chart set scale = 9");

        session.expire(chart);

        assertThat(Instance.of(chart).unloaded()).contains("scale");
        assertThat(chart.scale).isEqualTo(9);
    }

    @Test
    void rollBack() {
        Chart chart = storedChart();
        chart.name = "coast";

        session.rollback();

        assertThat(chart.name).isEqualTo("delta");
    }

    @Test
    @Tag("N-18")
    void fireEventsAndKeepBothSidesInStep() {
        registry.mapper(Chart.class).manager().tracker("name").events().onSet(e -> seen.add(e.oldValueOrMarker()));
        Chart chart = storedChart();
        chart.name = "coast";
        Atlas atlas = new Atlas("earth");

        chart.atlas = atlas;

        assertThat(seen).containsExactly(dev.grapnel.core.state.Marker.NO_VALUE, "delta");
        assertThat(atlas.charts).containsExactly(chart);
        assertThat(Instance.of(chart).history("name").deleted()).containsExactly("delta");
    }

    @Test
    void watchEmbeddedObjectsToo() {
        Atlas atlas = new Atlas("earth");
        atlas.format = new Format(20);
        session.add(atlas);
        session.commit();

        atlas.format.width = 30;
        session.flush();

        assertThat(direct().fetchValue("select width from atlas")).isEqualTo(30);
        assertThat(atlas.format.place).isNotNull();
    }

    @Test
    void mergeIntoTheObjectOfTheSession() {
        Atlas atlas = stored("delta");
        assertThat(atlas.charts).hasSize(1);
        session.expungeAll();
        atlas.charts.get(0).name = "coast";

        session.merge(atlas);
        session.flush();

        assertThat(direct().fetchValue("select name from chart")).isEqualTo("coast");
    }

    // ---- memory ----

    @Test
    @Tag("U-32")
    void letCleanObjectsBeCollected() throws InterruptedException {
        WeakReference<Chart> clean = new WeakReference<>(storedChart());

        for (int attempt = 0; attempt < 50 && clean.get() != null; attempt++) {
            System.gc();
            Thread.sleep(10);
        }

        assertThat(clean.get()).isNull();
    }

    @Test
    @Tag("U-32")
    void holdModifiedObjects() {
        storedChart().name = "coast";
        System.gc();

        session.flush();

        assertThat(direct().fetchValue("select name from chart")).isEqualTo("coast");
    }

    // ---- serialisation and copies ----

    @Test
    @Tag("I-26")
    void areWrittenAndReadWithTheirObjects() {
        InstanceEvents.on(WorldAtlas.class).unpickle(e -> seen.add(e.target().title));
        Atlas atlas = stored("delta");
        atlas.title = "globe";

        Atlas copy = Serialized.copy(atlas);

        assertThat(lifecycle(copy)).isEqualTo(LifecycleState.DETACHED);
        assertThat(copy.place).isSameAs(Instance.of(copy).state()).isNotSameAs(atlas.place);
        assertThat(Instance.of(copy).history("title").deleted()).containsExactly("earth");
        assertThat(seen).containsExactly("globe");
    }

    @Test
    @Tag("I-26")
    void besideTheObjectAreWrittenIfTheClassWritesThem() {
        Chart chart = storedChart();
        chart.scale = 3;

        Chart copy = Serialized.copy(chart);

        assertThat(lifecycle(copy)).isEqualTo(LifecycleState.DETACHED);
        assertThat(Instance.of(copy).history("scale").added()).containsExactly(3);
        session.expungeAll();
        session.merge(copy);
        session.flush();
        assertThat(direct().fetchValue("select scale from chart")).isEqualTo(3);
    }

    @Test
    void ofCopiesAreTheirOwn() throws CloneNotSupportedException {
        Atlas atlas = stored("delta");
        Chart chart = atlas.charts.get(0);
        Card card = new Card("hello");

        for (Kept.Copying original : List.of(atlas, chart, card)) {
            Object copy = original.copy();

            assertThat(Instance.of(copy).state())
                    .isNotSameAs(Instance.of(original).state());
            assertThat(lifecycle(copy)).isEqualTo(LifecycleState.TRANSIENT);
        }
        assertThat(atlas.copy().title).isEqualTo("earth");
        assertThat(chart.copy().name).isEqualTo("delta");
        assertThat(card.copy().text).isEqualTo("hello");
    }

    @Test
    void ofCopiesHoldNeitherCollectionsNorEmbeddedObjectsOfTheirOriginals() throws CloneNotSupportedException {
        Atlas atlas = new Atlas("earth");
        atlas.format = new Format(20);
        atlas.charts.add(new Chart("delta"));

        Enhanced copy = (Enhanced) (Object) atlas.copy();

        for (String name : List.of("charts", "format")) {
            int index = ClassManager.find(Atlas.class).tracker(name).index();
            assertThat(copy.$grapnel$get(index)).as(name).isNull();
        }
    }

    @Test
    void ofCopiesOfEmbeddedObjectsAreNone() throws CloneNotSupportedException {
        Atlas atlas = new Atlas("earth");
        atlas.format = new Format(20);

        Format copy = atlas.format.copy();
        assertThat(copy.place).isNull();
        copy.width = 30;

        assertThat(atlas.format.width).isEqualTo(20);
    }

    @Test
    void ofCopiesOfPlainObjectsAreNone() throws CloneNotSupportedException {
        Chart chart = new Chart("delta");
        ClassManager.find(Chart.class).tearDown((Enhanced) (Object) chart);

        Chart copy = chart.copy();

        assertThat(ClassManager.hasState(copy)).isFalse();
        assertThat(copy.name).isEqualTo("delta");
    }

    // ---- wrong declarations ----

    private void alsoMapped(Class<?> type) {
        alone = Registry.of(type);
    }

    @Test
    void cannotBeInSomethingThatCopiesShare() throws CloneNotSupportedException {
        alsoMapped(Kept.Shared.class);
        Kept.Shared original = new Kept.Shared();
        InstanceState state = Instance.of(original).state();

        assertThatThrownBy(original::copy)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("Cannot copy Shared (without key) by clone(): " + Kept.Shared.class.getName()
                        + " keeps states itself, in something that the copy shares with its original. Keep the state in a field of the"
                        + " object, make what holds it in ValueStorage.initialize(…), or copy by a constructor.");
        assertThat(Instance.of(original).state()).isSameAs(state);
    }

    @Test
    void haveToBeGivenBack() {
        alsoMapped(Kept.Forgetful.class);
        assertThatThrownBy(Kept.Forgetful::new)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("Cannot watch an object of " + Kept.Forgetful.class.getName()
                        + ": the class keeps states itself, and its method instanceState() does not give back what was put there before. Let"
                        + " instanceState(InstanceState) keep the state of each object.");
    }

    @Test
    void thatAreLostInTheConstructorAreMissedWithAHint() {
        alsoMapped(Kept.Initialised.class);
        Kept.Initialised lost = new Kept.Initialised();

        assertThatThrownBy(() -> session.add(lost))
                .isInstanceOf(UnmappedClassException.class)
                .hasMessageStartingWith(
                        "Cannot use an object of " + Kept.Initialised.class.getName()
                                + " in a session: its class keeps states itself and has none for it. Give the field that holds the state no"
                                + " initialiser, do not declare it Java-transient, and map the class in a registry before making objects of it.");
    }

    @Test
    void ofAClassThatIsNotMappedAreNone() {
        Kept.Initialised plain = new Kept.Initialised();

        assertThatThrownBy(() -> session.add(plain))
                .isInstanceOf(UnmappedClassException.class)
                .hasMessageContaining("it is plain, because its class was not mapped when it was made");
    }

    @Test
    @Tag("N-13")
    void comeAgainWhenTheClassIsMappedAgain() {
        registry.dispose();
        assertThat(new Atlas("earth").place).isNull();
        registry = Registry.of(Kept.ALL);

        assertThat(new Atlas("earth").place).isNotNull();
    }
}
