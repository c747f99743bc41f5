package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.DetachedInstanceException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.session.Manuscripts.Manuscript;
import dev.grapnel.testkit.session.Manuscripts.Scribe;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Columns that do not come with their object. */
@EveryDatabase
@DisplayName("Deferred columns on")
class DeferredColumnsTest extends DatabaseTest {
    private static final ColumnAttribute<Manuscript, String> TITLE = column("title");
    private static final ColumnAttribute<Manuscript, String> BODY = column("body");
    private static final ColumnAttribute<Manuscript, String> COVER = column("cover");
    private static final ColumnAttribute<Manuscript, String> SECRET = column("secret");
    private static final CollectionAttribute<Scribe, Manuscript> MANUSCRIPTS =
            CollectionAttribute.of(Scribe.class, "manuscripts", Manuscript.class);

    DeferredColumnsTest() {
        super(Manuscripts.ALL);
    }

    private static ColumnAttribute<Manuscript, String> column(String name) {
        return ColumnAttribute.of(Manuscript.class, name, String.class);
    }

    @BeforeEach
    void givenAManuscript() {
        elsewhere(s -> {
            Scribe scribe = new Scribe("ed");
            scribe.manuscripts.add(new Manuscript("first"));
            s.add(scribe);
        });
        statements.clear();
    }

    private Manuscript load(UnaryOperator<LoadOptions> options) {
        Manuscript loaded = session.query(Manuscript.class)
                .options(options.apply(LoadOptions.NONE))
                .one();
        statements.clear();
        return loaded;
    }

    private Manuscript load() {
        return load(UnaryOperator.identity());
    }

    private static List<String> unloaded(Manuscript manuscript) {
        List<String> names = new ArrayList<>(Instance.of(manuscript).unloaded());
        names.removeIf(name -> name.startsWith("scribe"));
        return names;
    }

    // ---- as mapped ----

    @Test
    @Tag("G-10")
    void areNotInTheSelectOfTheirObject() {
        assertThat(unloaded(load())).containsExactly("body", "cover", "notes", "secret");
    }

    @Test
    @Tag("G-10")
    void areLoadedOnFirstRead() {
        Manuscript first = load();

        assertThat(first.cover).isEqualTo("the cover");
        assertThat(first.cover).isEqualTo("the cover");

        statements.assertStatements("SELECT manuscript");
        assertThat(unloaded(first)).containsExactly("body", "notes", "secret");
    }

    @Test
    @Tag("G-10")
    void ofOneGroupAreLoadedTogether() {
        Manuscript first = load();
        List<String> refreshed = new ArrayList<>();

        try (Subscription watching = InstanceEvents.on(Manuscript.class)
                .refresh(e -> refreshed.addAll(Objects.requireNonNull(e.attributes())))) {
            assertThat(first.notes).isEqualTo("the notes");
            assertThat(first.body).isEqualTo("the body");
        }

        assertThat(statements.count()).isOne();
        assertThat(refreshed).containsExactlyInAnyOrder("body", "notes");
    }

    @Test
    @Tag("G-10")
    void ofOneGroupKeepTheChangeOfOneOfThem() {
        Manuscript first = load();
        session.autoflush(false);
        first.body = "changed";

        assertThat(first.notes).isEqualTo("the notes");
        assertThat(first.body).isEqualTo("changed");
    }

    @Test
    @Tag("G-10")
    void thatRaiseCannotBeRead() {
        Manuscript first = load();

        assertThatThrownBy(() -> first.secret.length())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("Cannot load attribute Manuscript.secret of Manuscript[" + first.id
                        + "]: it is set to raise when it is read without having been loaded. Load it with the query, or"
                        + " refresh it. [INVALID_REQUEST]");
        statements.assertNone();
    }

    @Test
    @Tag("G-10")
    void thatRaiseCanBeWrittenAndRefreshed() {
        Manuscript first = load();
        first.secret = "new";
        session.flush();
        session.refresh(first, "secret");

        assertThat(first.secret).isEqualTo("new");
    }

    @Test
    @Tag("G-3")
    void areForgottenWhenTheirObjectIsReadAnew() {
        Manuscript loaded = load(options -> options.undefer("body"));

        session.query(Manuscript.class).populateExisting().one();

        assertThat(Instance.of(loaded).unloaded()).contains("body");
    }

    @Test
    void areNotReloadedWithExpiredOnes() {
        Manuscript first = load();
        session.expire(first);

        assertThat(first.title).isEqualTo("first");

        assertThat(unloaded(first)).containsExactly("body", "cover", "notes", "secret");
    }

    @Test
    @Tag("G-14")
    void ofADetachedObjectAreAnError() {
        Manuscript first = load();
        session.close();

        assertThatThrownBy(() -> first.cover.length()).isInstanceOf(DetachedInstanceException.class);
    }

    // ---- as a query asks ----

    @Test
    @Tag("G-10")
    void comeWithTheirObjectIfTheQueryAsks() {
        Manuscript first = load(options -> options.undefer(COVER).undefer(SECRET));

        assertThat(first.cover).isEqualTo("the cover");
        assertThat(first.secret).isEqualTo("the secret");
        statements.assertNone();
        assertThat(unloaded(first)).containsExactly("body", "notes");
    }

    @Test
    @Tag("G-10")
    void comeAsAGroupIfTheQueryAsks() {
        Manuscript first = load(options -> options.undeferGroup("text"));

        assertThat(unloaded(first)).containsExactly("cover", "secret");
    }

    @Test
    @Tag("G-10")
    void areWhateverTheQueryLeavesOut() {
        Manuscript first = load(options -> options.defer(TITLE));

        assertThat(unloaded(first)).contains("title");
        assertThat(first.title).isEqualTo("first");
        assertThat(statements.count()).isOne();
    }

    @Test
    @Tag("G-10")
    void mayRaiseBecauseTheQuerySaysSo() {
        Manuscript first = load(options -> options.deferRaising(TITLE));

        assertThatThrownBy(() -> first.title.length())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Cannot load attribute Manuscript.title");
    }

    @Test
    @Tag("G-10")
    void areAllButThoseThatTheQueryNames() {
        Manuscript first = load(options -> options.loadOnly(BODY));

        assertThat(unloaded(first)).containsExactly("cover", "notes", "secret", "title");
        assertThat(first.title).isEqualTo("first");
    }

    @Test
    @Tag("G-10")
    void raiseIfTheQueryWantsOnlyOthers() {
        Manuscript first = load(options -> options.loadOnlyRaising(TITLE));

        assertThatThrownBy(() -> first.cover.length()).hasMessageContaining("Cannot load attribute Manuscript.cover");
        assertThat(first.title).isEqualTo("first");
    }

    @Test
    void raiseNotBehindTheBackOfARelationship() {
        Scribe ed = session.query(Scribe.class).one();
        Manuscript first = load(options -> options.loadOnlyRaising(TITLE));

        assertThat(first.scribe).isSameAs(ed);
    }

    @Test
    @Tag("G-10")
    void areSaidAlongARelationship() {
        Scribe ed = session.query(Scribe.class)
                .options(LoadOptions.NONE
                        .load(LoadStrategy.SELECTIN, "manuscripts")
                        .along(MANUSCRIPTS, manuscripts -> manuscripts.undefer(COVER)))
                .one();

        assertThat(unloaded(ed.manuscripts.get(0))).containsExactly("body", "notes", "secret");
    }

    // ---- relationships that raise if SQL were needed ----

    @Test
    void referenceInMemoryIsReadWithoutSql() {
        Scribe ed = session.query(Scribe.class).one();
        Manuscript first = load();

        assertThat(first.scribe).isSameAs(ed);
        statements.assertNone();
    }

    @Test
    void referenceThatNeedsSqlRaises() {
        Manuscript first = load();

        assertThatThrownBy(() -> first.scribe.name.length())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("Cannot load relationship Manuscript.scribe of Manuscript[" + first.id
                        + "]: it is set to raise when a read needs SQL. Load it, or the objects it refers to, with the"
                        + " query. [INVALID_REQUEST]");
    }

    @Test
    void referenceToNothingNeedsNoSql() {
        elsewhere(s -> s.add(new Manuscript("second")));

        Manuscript second =
                session.query(Manuscript.class).where(TITLE.eq("second")).one();

        assertThat(second.scribe).isNull();
    }

    @Test
    void collectionThatNeedsSqlRaises() {
        Scribe ed = session.query(Scribe.class).one();

        assertThatThrownBy(() -> ed.manuscripts.size())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Cannot load relationship Scribe.manuscripts");
    }

    @Test
    void queryMayAskForIt() {
        Scribe ed = session.query(Scribe.class)
                .load(LoadStrategy.SELECTIN, MANUSCRIPTS)
                .one();

        assertThat(ed.manuscripts).hasSize(1);
    }

    @Test
    void flushLoadsItAllTheSame() {
        session.delete(session.query(Scribe.class).one());

        session.flush();

        assertThat(rows("manuscript")).isZero();
    }
}
