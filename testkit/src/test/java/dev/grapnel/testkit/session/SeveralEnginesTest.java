package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.IntegrityException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.PartialCommitException;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.events.Events;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.bind.Binds;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.testkit.StatementRecorder;
import dev.grapnel.testkit.TestDatabases;
import dev.grapnel.testkit.session.Branches.Branch;
import dev.grapnel.testkit.session.Branches.Clerk;
import dev.grapnel.testkit.session.Branches.Entry;
import dev.grapnel.testkit.session.Branches.Logged;
import dev.grapnel.testkit.session.Branches.Manager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Branches and clerks are in one database, and the log in another one, which is H2. */
@EveryDatabase
@DisplayName("A session over several engines, the main one")
class SeveralEnginesTest extends DatabaseTest {
    private Engine log;
    private StatementRecorder logged;

    SeveralEnginesTest() {
        super(Branches.ALL);
    }

    @BeforeEach
    void openTheOther() {
        log = leaks.watch(TestDatabases.H2.open());
        Schema.of(registry).createAll(log);
        logged = StatementRecorder.on(log);
        bind(Binds.of(engine).bind(Entry.class, log));
    }

    private void bind(Binds binds) {
        session.close();
        sessions = SessionFactory.of(binds, registry);
        session = sessions.open();
    }

    @AfterEach
    void closeTheOther() {
        session.close();
        logged.close();
        log.close();
    }

    private Entry entry(String text) {
        Entry entry = events.named(text, new Entry(text));
        session.add(entry);
        return entry;
    }

    private Clerk clerk(int id, String name) {
        Clerk clerk = events.named(name, new Clerk(id, name));
        session.add(clerk);
        return clerk;
    }

    // ---- which engine ----

    @Test
    @Tag("U-40")
    void writesEachClassWhereItIsBound() {
        clerk(1, "ed");
        entry("hired");

        session.commit();

        statements.assertStatements("INSERT clerk");
        logged.assertStatements("INSERT entry");
    }

    @Test
    void readsEachClassWhereItIsBound() {
        clerk(1, "ed");
        entry("hired");
        session.commit();
        statements.clear();

        assertThat(session.query(Entry.class).list()).hasSize(1);

        statements.assertNone();
    }

    @Test
    void bindsByInterfaceToo() {
        bind(Binds.of(engine).bind(Logged.class, log));
        entry("hired");

        session.flush();

        logged.assertStatements("INSERT entry");
        statements.assertNone();
    }

    @Test
    void bindsWholeHierarchies() {
        bind(Binds.of(engine).bind(Clerk.class, log));
        session.add(new Manager(1, "al"));

        session.flush();

        logged.assertStatements("INSERT clerk");
    }

    @Test
    void refusesToBindPartOfAHierarchy() {
        bind(Binds.of(engine).bind(Manager.class, log));
        session.add(new Manager(1, "al"));

        assertThatThrownBy(() -> session.query(Manager.class).list())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "Cannot use the bind of Manager: it is part of the hierarchy of Clerk, whose rows are all in"
                                + " one database. Bind Clerk instead.");
    }

    @Test
    void asksTheResolverBeforeTheBindsOfClasses() {
        List<String> asked = new ArrayList<>();
        bind(Binds.of(engine).bind(Entry.class, engine).resolve(request -> {
            asked.add(request.mapper().type().getSimpleName() + (request.writes() ? " written" : " read"));
            return request.mapper().type() == Entry.class ? log : null;
        }));
        entry("hired");
        session.flush();

        session.query(Clerk.class).list();

        assertThat(asked).contains("Entry written", "Clerk read");
        logged.assertStatements("INSERT entry");
        statements.assertStatements("SELECT clerk");
    }

    @Test
    @Tag("S-57")
    void runsAStatementWhereItsOptionSays() {
        session.query(Clerk.class).option(ExecutionOption.STORE, log).list();

        logged.assertStatements("SELECT clerk");
        statements.assertNone();
    }

    @Test
    void saysWhichClassHasNoEngine() {
        bind(Binds.none().bind(Entry.class, log));

        assertThatThrownBy(() -> session.query(Clerk.class).list())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "Cannot find an engine for Clerk: neither the class nor a superclass is bound, and there is"
                                + " no main engine. Bind it with Binds.bind().");
    }

    @Test
    void hasNoConnectionWithoutNamesIfNoEngineIsTheMainOne() {
        bind(Binds.none().bind(Entry.class, log));

        assertThatThrownBy(() -> session.connection())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Cannot say which engine is meant");
    }

    @Test
    void givesTheConnectionOfAClass() {
        assertThat(session.connection(Entry.class).unwrap(Engine.class)).isSameAs(log);
        assertThat(session.connection(log)).isSameAs(session.connection(Entry.class));
        assertThat(session.connection().unwrap(Engine.class)).isSameAs(engine);
    }

    @Test
    void followsReferencesFromOneToTheOther() {
        entry("hired").clerk = clerk(1, "ed");
        session.commit();

        assertThat(session.query(Entry.class).one().clerk.name).isEqualTo("ed");
    }

    @Test
    void changesRowsByStatementWhereTheyAre() {
        entry("hired");
        session.commit();

        assertThat(session.update(Entry.class).set("text", "fired").execute()).isOne();

        assertThat(session.query(Entry.class).one().text).isEqualTo("fired");
        statements.assertNone();
    }

    // ---- transactions ----

    @Test
    @Tag("U-40")
    @Tag("S-5")
    void beginsOnEachConnectionWhenItIsNeeded() {
        events.sessions(sessions).without("before_attach", "after_attach", "after_flush", "after_flush_postexec");
        clerk(1, "ed");
        events.mark("flush");
        session.flush();
        entry("hired");
        events.mark("flush");

        session.flush();

        events.assertTimeline(
                "after_transaction_create AUTOBEGIN",
                "transient_to_pending ed",
                "flush",
                "before_flush",
                "after_transaction_create SUBTRANSACTION",
                "after_begin AUTOBEGIN",
                "pending_to_persistent ed",
                "after_transaction_end SUBTRANSACTION",
                "transient_to_pending hired",
                "flush",
                "before_flush",
                "after_transaction_create SUBTRANSACTION",
                "after_begin AUTOBEGIN",
                "pending_to_persistent hired",
                "after_transaction_end SUBTRANSACTION");
    }

    @Test
    void tellsAfterBeginWithTheConnectionThatJoined() {
        List<Engine> begun = new ArrayList<>();
        Events.on(session).afterBegin(e -> begun.add(e.connection().unwrap(Engine.class)));

        entry("hired");
        session.flush();
        clerk(1, "ed");
        session.commit();

        assertThat(begun).containsExactly(log, engine);
    }

    @Test
    void showsMapperEventsTheConnectionOfTheObject() {
        List<Engine> seen = new ArrayList<>();
        Mapped.on(Entry.class).beforeInsert(e -> seen.add(e.connection().unwrap(Engine.class)));
        entry("hired");

        session.flush();

        assertThat(seen).containsExactly(log);
    }

    @Test
    void commitsAll() {
        clerk(1, "ed");
        entry("hired");
        session.commit();
        session.close();

        assertThat(session.query(Clerk.class).list()).hasSize(1);
        assertThat(session.query(Entry.class).list()).hasSize(1);
    }

    @Test
    void rollsBackAll() {
        Clerk ed = clerk(1, "ed");
        Entry hired = entry("hired");
        session.flush();

        session.rollback();

        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.TRANSIENT);
        assertThat(lifecycle(hired)).isEqualTo(LifecycleState.TRANSIENT);
        assertThat(session.query(Clerk.class).list()).isEmpty();
        assertThat(session.query(Entry.class).list()).isEmpty();
    }

    @Test
    void failedFlushIsUndoneEverywhere() {
        clerk(1, "ed");
        session.commit();
        session.close();
        entry("hired");
        session.flush();
        clerk(1, "again");

        assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);

        session.rollback();
        assertThat(session.query(Entry.class).list()).isEmpty();
    }

    @Test
    @Tag("S-5")
    void setsASavepointOnEachConnectionThatIsUsedInside() {
        clerk(1, "ed");
        session.flush();
        var nested = session.beginNested();
        entry("hired");
        clerk(2, "jo");
        session.flush();

        nested.rollback();
        entry("kept");
        session.commit();

        assertThat(session.query(Clerk.class).list()).extracting(c -> c.name).containsExactly("ed");
        assertThat(session.query(Entry.class).list()).extracting(e -> e.text).containsExactly("kept");
    }

    /** Ends a transaction behind the back of the session, so that its commit fails. */
    private void breakConnection(Engine of) {
        try {
            session.connection(of)
                    .unwrap(Connection.class)
                    .unwrap(Connection.class)
                    .close();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    @Tag("U-40")
    void saysWhatIsCommittedWhenACommitFailsHalfway() {
        clerk(1, "ed");
        session.flush();
        entry("hired");
        session.flush();
        breakConnection(log);

        assertThatThrownBy(session::commit)
                .isInstanceOf(PartialCommitException.class)
                .hasMessageStartingWith("Cannot commit on " + log + ": ")
                .hasMessageContaining(
                        "The transaction is committed on [" + engine + "] and stays so, and is not on [" + log
                                + "]. Close the session, and correct the rest by hand. Where several stores have to agree,"
                                + " call prepare() before commit().");

        assertThatThrownBy(session::close).isInstanceOf(DatabaseException.class);
        assertThat(session.query(Clerk.class).list()).hasSize(1);
    }

    @Test
    @Tag("U-40")
    void putsAllObjectsBackWhenACommitFailsHalfway() {
        Clerk ed = clerk(1, "ed");
        session.flush();
        entry("hired");
        session.flush();
        breakConnection(log);
        assertThatThrownBy(session::commit).isInstanceOf(PartialCommitException.class);

        assertThatThrownBy(session::rollback).isInstanceOf(DatabaseException.class);

        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.TRANSIENT);
        try (Session after = sessions.open()) {
            assertThat(after.get(Clerk.class, 1)).isNotNull();
        }
    }

    @Test
    void isAsBeforeWhenTheFirstCommitFails() {
        entry("hired");
        session.flush();
        clerk(1, "ed");
        session.flush();
        breakConnection(log);

        assertThatThrownBy(session::commit)
                .isInstanceOf(DatabaseException.class)
                .isNotInstanceOf(PartialCommitException.class);

        assertThatThrownBy(session::close).isInstanceOf(DatabaseException.class);
        assertThat(session.query(Clerk.class).list()).isEmpty();
    }

    // ---- deletes, many-to-many, loading ----

    @Test
    void cascadesFromOneToTheOther() {
        Branch zug = new Branch(1, "Zug");
        zug.clerks.add(new Clerk(1, "ed"));
        session.add(zug);
        entry("opened");
        session.commit();

        session.delete(session.query(Branch.class).one());
        session.delete(session.query(Entry.class).one());
        session.commit();

        assertThat(rows("clerk")).isZero();
        assertThat(session.connection(log).unwrap(DSLContext.class).fetchCount(DSL.table("entry")))
                .isZero();
    }
}
