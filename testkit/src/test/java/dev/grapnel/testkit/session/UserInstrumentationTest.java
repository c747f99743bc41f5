package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.instrument.Keys;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.session.Records.Folder;
import dev.grapnel.testkit.session.Records.Letter;
import dev.grapnel.testkit.session.Records.Paper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Entities that elect an instrumentation of their own, which keeps their values in a map. */
@EveryDatabase
@DisplayName("User-defined instrumentation on")
class UserInstrumentationTest extends DatabaseTest {
    private final List<Object> seen = new ArrayList<>();

    UserInstrumentationTest() {
        super(Records.ALL);
    }

    @AfterEach
    void forget() {
        Records.told.clear();
    }

    private Folder stored(String... titles) {
        Folder folder = new Folder("taxes");
        for (String title : titles) {
            folder.papers.add(new Paper(title));
        }
        session.add(folder);
        session.commit();
        Integer id = folder.id;
        session.expungeAll();
        return session.get(Folder.class, id);
    }

    // ---- where values live ----

    @Test
    @Tag("N-18")
    void valuesAreInTheMapAndFieldsStayEmpty() {
        Folder folder = new Folder("taxes");
        folder.weight = 7;

        assertThat(folder.values).containsEntry("name", "taxes").containsEntry("weight", 7);
        assertThat(raw(folder, "name")).isNull();
        assertThat(raw(folder, "weight")).isEqualTo(0);
        assertThat(folder.name + folder.weight).isEqualTo("taxes7");
    }

    /** What the field itself holds, past all instrumentation. */
    private static Object raw(Folder folder, String field) {
        int index = ClassManager.find(Folder.class).tracker(field).index();
        return ((Enhanced) folder).$grapnel$get(index);
    }

    @Test
    @Tag("N-18")
    void valueThatIsPutIntoTheMapIsReadWithoutAnEvent() {
        registry.mapper(Folder.class).manager().tracker("name").events().onSet(e -> seen.add(e.value()));
        Folder folder = new Folder("taxes");
        seen.clear();

        folder.values.put("name", "bills");

        assertThat(folder.name).isEqualTo("bills");
        assertThat(seen).isEmpty();
    }

    @Test
    @Tag("N-18")
    void loadedValuesAreInTheMap() {
        Folder folder = stored("a");

        assertThat(folder.values).containsEntry("name", "taxes").doesNotContainKey("papers");
        assertThat(folder.papers).extracting(paper -> paper.title).containsExactly("a");
        assertThat(folder.values.get("papers")).isSameAs(folder.papers);
    }

    @Test
    void neverSetPrimitiveReadsAsItsZero() {
        assertThat(new Folder("taxes").weight).isZero();
    }

    // ---- the unit of work ----

    @Test
    void insertsUpdatesAndDeletesLikeAnyOther() {
        Folder folder = stored("a", "b");
        folder.name = "bills";
        folder.papers.remove(0);
        folder.papers.add(new Letter("c", "office"));
        session.commit();

        assertThat(direct().fetchValues("select title from paper order by title"))
                .isEqualTo(List.of("b", "c"));
        assertThat(direct().fetchValue("select name from folder")).isEqualTo("bills");
        session.delete(folder);
        session.flush();
        assertThat(rows("folder") + rows("paper")).isZero();
    }

    @Test
    void updatesOnlyWhatChanged() {
        Folder folder = stored();
        folder.weight = 3;
        folder.name = "taxes";
        statements.clear();

        session.flush();

        assertThat(statements.count()).isEqualTo(1);
        assertThat(direct().fetchValue("select weight from folder")).isEqualTo(3);
        assertThat(Instance.of(folder).isModified(true)).isFalse();
    }

    @Test
    void rollbackExpiresWhatTheMapHolds() {
        Folder folder = stored();
        folder.name = "bills";

        session.rollback();

        assertThat(folder.values).doesNotContainKey("name");
        assertThat(folder.name).isEqualTo("taxes");
    }

    @Test
    void subclassIsLoadedThroughItsSuperclass() {
        session.add(new Letter("c", "office"));
        session.commit();
        session.expungeAll();

        Paper found = session.query(Paper.class).one();

        assertThat(found).isInstanceOf(Letter.class);
        assertThat(((Letter) found).addressee).isEqualTo("office");
    }

    @Test
    void collectionsAreLoadedInOneStatementWithTheirOwner() {
        stored("a", "b");
        session.expungeAll();
        statements.clear();

        Folder folder = session.query(Folder.class)
                .options(LoadOptions.NONE.load(LoadStrategy.JOINED, "papers"))
                .one();

        assertThat(folder.papers).extracting(paper -> paper.title).containsExactlyInAnyOrder("a", "b");
        assertThat(statements.count()).isEqualTo(1);
    }

    @Test
    void setBasedUpdateReachesTheMap() {
        Folder folder = stored();

        session.update(Folder.class).set("weight", 8).execute();

        assertThat(folder.values).containsEntry("weight", 8);
        assertThat(session.dirty()).isEmpty();
    }

    @Test
    void mergeCopiesFromMapToMap() {
        Folder folder = stored("a");
        assertThat(folder.papers).hasSize(1);
        session.expungeAll();
        folder.name = "bills";
        folder.papers.get(0).title = "z";

        Folder merged = session.merge(folder);
        session.commit();

        assertThat(merged.values).isNotSameAs(folder.values);
        assertThat(direct().fetchValue("select title from paper")).isEqualTo("z");
        assertThat(direct().fetchValue("select name from folder")).isEqualTo("bills");
    }

    // ---- events ----

    @Test
    @Tag("N-18")
    void attributeEventsFireWithOldValues() {
        registry.mapper(Folder.class)
                .manager()
                .tracker("name")
                .events()
                .onSet(e -> seen.add(e.oldValueOrMarker() + " → " + e.value()));
        Folder folder = stored();
        seen.clear();

        folder.name = "bills";

        assertThat(seen).containsExactly("taxes → bills");
        assertThat(Instance.of(folder).history("name").deleted()).containsExactly("taxes");
    }

    @Test
    @Tag("N-18")
    void backReferencesAndElementEventsWork() {
        registry.mapper(Folder.class).manager().tracker("papers").events().onAppend(e -> seen.add(e.key()));
        Folder folder = new Folder("taxes");
        Paper paper = new Paper("a");

        paper.folder = folder;

        assertThat(folder.papers).containsExactly(paper);
        assertThat(seen).containsExactly(Keys.NONE);
    }

    @Test
    @Tag("N-18")
    void instanceEventsFireWithTheValuesInPlace() {
        InstanceEvents<Folder> folders = InstanceEvents.on(Folder.class);
        folders.init(e -> seen.add("init " + e.arguments()));
        folders.load(e -> seen.add("load " + e.target().name));
        folders.expire(e -> seen.add("expire " + e.attributes()));

        Folder folder = stored();
        session.expire(folder, "name");

        assertThat(seen).containsExactly("init [taxes]", "expire null", "load taxes", "expire [name]");
    }

    @Test
    @Tag("N-18")
    void valueThatAListenerToInitSetsIsKept() {
        try (Subscription unused = InstanceEvents.on(Folder.class).init(e -> e.target().weight = 9)) {
            assertThat(new Folder("taxes").weight).isEqualTo(9);
        }
    }

    // ---- serialisation and copies ----

    @Test
    @Tag("N-17")
    void picklingHooksRunAndValuesSurvive() {
        InstanceEvents.on(Folder.class).pickle(e -> e.entries().put("by", "me"));
        InstanceEvents.on(Folder.class).unpickle(e -> seen.add(e.entries().get("by") + e.target().name));
        Folder folder = stored();
        folder.weight = 4;

        Folder copy = Serialized.copy(folder);

        assertThat(seen).containsExactly("metaxes");
        assertThat(lifecycle(copy)).isEqualTo(LifecycleState.DETACHED);
        assertThat(Instance.of(copy).history("weight").added()).containsExactly(4);
    }

    @Test
    void clonesHaveMapsOfTheirOwn() {
        Folder folder = new Folder("taxes");
        Folder copy = folder.clone();

        copy.name = "bills";

        assertThat(folder.name).isEqualTo("taxes");
        assertThat(copy.values).isNotSameAs(folder.values);
    }

    // ---- what the instrumentation is told ----

    @Test
    @Tag("N-17")
    void instrumentationIsToldOfClassesAndAttributes() {
        registry.dispose();
        Records.told.clear();
        registry = dev.grapnel.sql.Registry.of(Records.ALL);
        registry.configure();

        assertThat(Records.told)
                .containsSubsequence("manage Paper", "instrument Paper.title", "configured Paper.title")
                .contains("manage Letter", "instrument Letter.addressee", "configured Letter.title")
                .doesNotContain("instrument Letter.title");
        registry.dispose();
        assertThat(Records.told).endsWith("unregister Letter", "unregister Paper", "unregister Folder");
    }

    @Test
    @Tag("N-10")
    void stateIsInstalledOnceAndCanBeTakenAway() {
        Folder folder = new Folder("taxes");
        ClassManager.find(Folder.class).tearDown((Enhanced) (Object) folder);

        assertThat(Records.told).endsWith("install Folder", "remove Folder");
        assertThat(ClassManager.hasState(folder)).isFalse();
        assertThat(folder.name).isNull();
    }

    @Test
    void stateOfAnObjectInASessionCannotBeTakenAway() {
        Folder folder = stored();

        assertThatThrownBy(() -> ClassManager.find(Folder.class).tearDown((Enhanced) (Object) folder))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Folder[" + folder.id + "] away: it belongs to a session");
    }

    @Test
    void storageWithoutAMapForAnObjectIsAnErrorThatSaysWhatToDo() {
        Folder folder = new Folder("taxes");
        folder.values = null;

        assertThatThrownBy(() -> folder.name.length())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("InMap has none for it")
                .hasMessageContaining("initialize(…)");
    }
}
