package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.session.OrmResult;
import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.events.Events;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.bind.Binds;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.StatementRecorder;
import dev.grapnel.testkit.TestDatabases;
import dev.grapnel.testkit.session.Branches.Branch;
import dev.grapnel.testkit.session.Branches.Clerk;
import dev.grapnel.testkit.session.Branches.Skill;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Objects are spread over two databases by city: those of Zug are in the west, all others in the east, which is H2. */
@EveryDatabase
@DisplayName("Shards, the first one on")
class ShardTest extends DatabaseTest {
    private Engine east;
    private StatementRecorder eastern;

    ShardTest() {
        super(Branches.ALL);
    }

    @BeforeEach
    void spread() {
        east = leaks.watch(TestDatabases.H2.open());
        Schema.of(registry).createAll(east);
        eastern = StatementRecorder.on(east);
        session.close();
        sessions = SessionFactory.of(
                Binds.none().shards(Map.of("west", engine, "east", east), (mapper, object) -> shard(object)), registry);
        session = sessions.open();
    }

    @AfterEach
    void closeTheOther() {
        session.close();
        eastern.close();
        east.close();
    }

    private static @Nullable String shard(Object object) {
        if (object instanceof Clerk clerk) {
            return clerk.branch == null ? clerk.name : shard(clerk.branch);
        } else if (object instanceof Branch branch) {
            return branch.city.equals("Zug") ? "west" : "east";
        }
        return "west";
    }

    /** A branch with a clerk in each shard, both with key 1. */
    private void givenBoth() {
        for (String city : List.of("Zug", "Chur")) {
            Branch branch = new Branch(1, city);
            branch.clerks.add(new Clerk(1, "clerk of " + city));
            session.add(branch);
        }
        session.commit();
        session.close();
        statements.clear();
        eastern.clear();
    }

    private Branch branch(String shard) {
        return session.byKey(Branch.class)
                .option(ExecutionOption.IDENTITY_TOKEN, shard)
                .get(1);
    }

    @Test
    @Tag("S-57")
    void keepObjectsWithTheSameKeyApart() {
        givenBoth();

        assertThat(branch("west").city).isEqualTo("Zug");
        assertThat(branch("east").city).isEqualTo("Chur");
        assertThat(branch("west")).isSameAs(branch("west"));
    }

    @Test
    void areInTheIdentityKeysOfNewObjects() {
        Branch zug = new Branch(1, "Zug");
        session.add(zug);

        session.flush();

        assertThat(Instance.of(zug).key()).isEqualTo(IdentityKey.of(Branch.class, 1, "west"));
        statements.assertStatements("INSERT branch");
        eastern.assertNone();
    }

    @Test
    void areAskedForOnceForEachNewObject() {
        List<Object> asked = new ArrayList<>();
        session.close();
        sessions = SessionFactory.of(
                Binds.none().shards(Map.of("west", engine, "east", east), (mapper, object) -> {
                    asked.add(object);
                    return "east";
                }),
                registry);
        session = sessions.open();
        Branch zug = new Branch(1, "Zug");
        session.add(zug);
        session.commit();
        zug.city = "Baar";

        session.commit();

        assertThat(asked).containsExactly(zug);
        eastern.assertStatements("INSERT branch", "SELECT branch", "UPDATE branch");
    }

    @Test
    void areFollowedByFirstReads() {
        givenBoth();
        Branch chur = branch("east");

        assertThat(chur.clerks).extracting(clerk -> clerk.name).containsExactly("clerk of Chur");
        assertThat(chur.clerks.get(0).branch).isSameAs(chur);

        statements.assertNone();
    }

    @ParameterizedTest
    @EnumSource(names = {"JOINED", "SELECTIN", "SUBQUERY"})
    void areFollowedByEagerLoading(LoadStrategy strategy) {
        givenBoth();

        Branch chur = session.query(Branch.class)
                .options(LoadOptions.NONE.load(strategy, "clerks"))
                .option(ExecutionOption.IDENTITY_TOKEN, "east")
                .one();

        assertThat(Instance.of(chur).unloaded()).doesNotContain("clerks");
        assertThat(chur.clerks).extracting(clerk -> clerk.name).containsExactly("clerk of Chur");
        statements.assertNone();
    }

    @Test
    void areWhereObjectsAreRefreshedUpdatedAndDeleted() {
        givenBoth();
        Branch chur = branch("east");
        session.refresh(chur);
        chur.city = "Davos";
        session.flush();
        session.delete(chur);

        session.commit();

        statements.assertNone();
        assertThat(branch("east")).isNull();
        assertThat(branch("west")).isNotNull();
    }

    @Test
    void areWhereExpiredObjectsComeFrom() {
        givenBoth();
        Branch chur = branch("east");

        session.commit();

        assertThat(chur.city).isEqualTo("Chur");
        statements.assertNone();
    }

    @Test
    void areWhereMergedObjectsAreLookedFor() {
        givenBoth();
        Branch chur = branch("east");
        session.close();
        chur.city = "Davos";

        Branch merged = session.merge(chur);
        session.commit();

        assertThat(merged.city).isEqualTo("Davos");
        assertThat(Instance.of(merged).key()).isEqualTo(IdentityKey.of(Branch.class, 1, "east"));
        statements.assertNone();
    }

    @Test
    void takeLinksOfManyToManyWithTheirOwner() {
        Branch zug = new Branch(1, "Zug");
        Clerk ed = new Clerk(1, "ed");
        zug.clerks.add(ed);
        ed.branch = zug;
        ed.skills.add(new Skill("law"));
        session.add(zug);

        session.commit();

        assertThat(ed.skills).extracting(skill -> skill.word).containsExactly("law");
        eastern.assertNone();
    }

    /** As an extension would: once for each shard, and the results behind one another. */
    private void askAllShards() {
        Events.on(session)
                .replaceOnOrmExecute(state -> state.options().get(ExecutionOption.IDENTITY_TOKEN) == null
                        ? OrmResult.ofObjects(List.of("west", "east").stream()
                                .<Object>flatMap(shard -> state
                                        .invoke(ExecutionOptions.NONE.with(ExecutionOption.IDENTITY_TOKEN, shard))
                                        .objects()
                                        .stream())
                                .toList())
                        : null);
    }

    @Test
    @Tag("S-57")
    void canBeAskedOneAfterTheOtherByAListener() {
        givenBoth();
        askAllShards();

        List<Branch> found = session.query(Branch.class).list();

        assertThat(found).extracting(branch -> branch.city).containsExactly("Zug", "Chur");
        assertThat(found.get(1).clerks).extracting(clerk -> clerk.name).containsExactly("clerk of Chur");
    }

    @ParameterizedTest
    @EnumSource(names = {"JOINED", "SELECTIN", "SUBQUERY"})
    void bringTheirOwnRelatedObjectsWhenAllAreAsked(LoadStrategy strategy) {
        givenBoth();
        askAllShards();

        List<Branch> found = session.query(Branch.class)
                .options(LoadOptions.NONE.load(strategy, "clerks"))
                .list();

        assertThat(found)
                .allSatisfy(branch -> assertThat(branch.clerks)
                        .extracting(clerk -> clerk.name)
                        .containsExactly("clerk of " + branch.city));
    }

    @Test
    void areMetByStatementsThatWriteOnlyThere() {
        givenBoth();
        Branch zug = branch("west");
        Branch chur = branch("east");

        int rows = session.update(Branch.class)
                .set("city", "Basel")
                .option(ExecutionOption.IDENTITY_TOKEN, "east")
                .execute();

        assertThat(rows).isOne();
        assertThat(zug.city).isEqualTo("Zug");
        assertThat(chur.city).isEqualTo("Basel");
    }

    @Test
    void haveToBeNamedWhereNothingTells() {
        assertThatThrownBy(() -> session.query(Branch.class).list())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "Cannot find an engine for Branch: no shard is given, neither the class nor a superclass is"
                                + " bound, and there is no main engine. Name the shard with option(ExecutionOption.IDENTITY_TOKEN, …),"
                                + " one of ");
    }

    @Test
    void haveToBeKnown() {
        assertThatThrownBy(() -> branch("north"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Cannot find shard 'north' for Branch: there are only ");
    }

    @Test
    void haveToBeKnownToTheChooser() {
        session.add(new Clerk(1, "north"));

        assertThatThrownBy(session::flush)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "Cannot insert a Clerk into shard 'north', which the chooser gave: there are only ");
    }

    @Test
    void areNotEmpty() {
        assertThatThrownBy(() -> Binds.none().shards(Map.of(), (mapper, object) -> null))
                .hasMessageStartingWith("Cannot spread objects over no shards");
    }
}
