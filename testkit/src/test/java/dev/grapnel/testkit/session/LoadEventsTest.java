package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.instrument.LoadEvent;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.events.Events;
import dev.grapnel.events.Watcher;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import dev.grapnel.testkit.session.Library.Topic;
import java.util.ArrayList;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What fires when objects come from rows, or from merge. */
@EveryDatabase
@DisplayName("Load events on")
class LoadEventsTest extends DatabaseTest {
    private static final LoadOptions BOOKS_JOINED = LoadOptions.NONE.load(LoadStrategy.JOINED, "books");

    private final List<Object> told = new ArrayList<>();
    private Integer id;

    LoadEventsTest() {
        super(Library.ALL);
    }

    @BeforeEach
    void givenAnAuthor() {
        id = given(s -> new Author("ed").with("one", "two"), made -> ((Author) made).id);
    }

    private static void onLoad(Watcher<LoadEvent<Author>> watcher) {
        InstanceEvents.on(Author.class).load(watcher);
    }

    // ---- what fires ----

    @Test
    @Tag("I-3")
    void loadingRunsNoConstructorAndFiresNoInit() {
        InstanceEvents.onAll().init(e -> told.add("init"));

        Author ed = session.get(Author.class, id);
        session.expungeAll();
        session.merge(ed);

        assertThat(told).isEmpty();
    }

    @Test
    @Tag("I-2")
    void loadingFiresFirstInit() {
        session.close();
        registry.dispose();
        registry = dev.grapnel.sql.Registry.of(Library.ALL);
        session = dev.grapnel.sql.SessionFactory.of(engine, registry).open();
        InstanceEvents.on(Author.class).firstInit(e -> told.add("first"));
        onLoad(e -> told.add("load"));

        session.get(Author.class, id);

        assertThat(told).containsExactly("first", "load");
    }

    @Test
    @Tag("I-7")
    void objectIsInTheSessionWithItsValuesWhenLoadFires() {
        onLoad(e -> {
            told.add(session.contains(e.target()));
            told.add(session.get(Author.class, id) == e.target());
            told.add(e.target().name);
            told.add(lifecycle(e.target()));
        });

        session.query(Author.class).one();

        assertThat(told).containsExactly(true, true, "ed", LifecycleState.PERSISTENT);
    }

    @Test
    @Tag("I-7")
    void loadComesBeforeTheSessionsEvent() {
        events.instances().sessions(sessions).without("do_orm_execute", "after_transaction_create", "after_begin");

        events.named("ed", session.get(Author.class, id));

        assertThat(events.timeline()).containsExactly("load Author1", "loaded_as_persistent Author1");
    }

    @Test
    @Tag("I-7")
    void loadFiresOnceThoughManyRowsMentionTheObject() {
        onLoad(e -> told.add(e.target()));

        session.query(Author.class).options(BOOKS_JOINED).list();

        assertThat(told).hasSize(1);
    }

    @Test
    @Tag("I-7")
    void valueThatAListenerSetsCountsAsLoaded() {
        onLoad(e -> e.target().country = "NO");
        Author ed = session.get(Author.class, id);
        statements.clear();

        session.flush();

        assertThat(ed.country).isEqualTo("NO");
        assertThat(session.dirty()).isEmpty();
        assertThat(Instance.of(ed).history("country").hasChanges()).isFalse();
        statements.assertNone();
    }

    // ---- context ----

    @Test
    @Tag("I-8")
    void contextIsTheResult() {
        onLoad(e -> told.add(e.context() != null && e.context().isPopulateExisting()));

        session.query(Author.class).populateExisting().list();

        assertThat(told).containsExactly(true);
    }

    @Test
    @Tag("I-8")
    void contextOfAMergeIsNullAndAttributesAreCopiedByThen() {
        Topic topic = new Topic("java");
        topic.description = "a language";
        InstanceEvents.on(Topic.class).load(e -> {
            told.add(e.context() == null);
            told.add(e.target().description);
        });

        session.merge(topic);

        assertThat(told).containsExactly(true, "a language");
    }

    // ---- relationships at load ----

    @Test
    @Tag("I-9")
    void joinedCollectionHasItsFirstMemberAtLoadWhichWasLoadedBefore() {
        InstanceEvents.on(Book.class).load(e -> told.add(e.target().title));
        onLoad(e -> {
            told.add(e.target().name);
            told.add(e.target().books.size());
        });

        Author ed = session.query(Author.class).options(BOOKS_JOINED).one();

        assertThat(told).containsExactly("one", "ed", 1, "two");
        assertThat(ed.books).hasSize(2);
    }

    @Test
    @Tag("I-9")
    void selectinCollectionIsLoadedAfterTheLoadOfItsOwner() {
        InstanceEvents.on(Book.class).load(e -> told.add(e.target().title));
        onLoad(e -> told.add(e.target().name));

        session.query(Author.class)
                .options(LoadOptions.NONE.load(LoadStrategy.SELECTIN, "books"))
                .one();

        assertThat(told).containsExactly("ed", "one", "two");
    }

    // ---- loading in a listener ----

    @Test
    @Tag("I-11")
    void listenerThatLoadsItsObjectIsWarnedOf() {
        onLoad(e -> session.refresh(e.target()));

        try (Warnings warnings = Warnings.listen()) {
            session.get(Author.class, id);

            assertThat(warnings.messages())
                    .singleElement()
                    .asString()
                    .contains("load context of Author[" + id + "] changed")
                    .contains("Register it with restoreLoadContext()");
        }
    }

    @Test
    @Tag("I-11")
    void listenerThatSaysSoMayLoadItsObject() {
        InstanceEvents.on(Author.class).restoreLoadContext().load(e -> session.refresh(e.target()));

        try (Warnings warnings = Warnings.listen()) {
            session.get(Author.class, id);

            assertThat(warnings.messages()).isEmpty();
        }
    }

    @Test
    @Tag("I-11")
    void sessionsEventIsWarnedOfAndRestoredLikewise() {
        Events.on(session).loadedAsPersistent(e -> session.refresh(e.instance()));

        try (Warnings warnings = Warnings.listen()) {
            session.get(Author.class, id);

            assertThat(warnings.messages()).singleElement().asString().contains("load context");
        }
    }

    @Test
    @Tag("I-12")
    void objectAddedInAListenerIsPending() {
        Author other = new Author("al");
        onLoad(e -> session.add(other));

        session.get(Author.class, id);

        assertThat(lifecycle(other)).isEqualTo(LifecycleState.PENDING);
        session.commit();
        assertThat(other.id).isNotNull();
    }

    @Test
    @Tag("I-17")
    void rowWithoutAKeyMakesNoObjectAndFiresNothing() {
        session.add(new Author("lonely"));
        session.commit();
        session.expungeAll();
        InstanceEvents.on(Book.class).load(e -> told.add(e.target()));

        Author lonely = session.query(Author.class)
                .where(DSL.field("name", String.class).eq("lonely"))
                .options(BOOKS_JOINED)
                .one();

        assertThat(lonely.books).isEmpty();
        assertThat(told).isEmpty();
    }
}
