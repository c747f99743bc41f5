package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.sql.query.Query;
import dev.grapnel.testkit.session.Firm.Company;
import dev.grapnel.testkit.session.Firm.Worker;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Queries made of several queries. */
@EveryDatabase
@DisplayName("Combined queries on")
class CombinedQueryTest extends FirmTest {

    private Query<Worker> named(String pattern) {
        return workers().where(WORKER_NAME.like(pattern));
    }

    @Test
    void unionIntersectAndExceptAreAboutObjects() {
        assertThat(names(named("A%").union(named("%y")))).containsExactly("Ada", "Cy");
        assertThat(names(named("%a").union(named("A%")))).containsExactly("Ada");
        assertThat(names(named("%a").intersect(named("A%")))).containsExactly("Ada");
        assertThat(names(workers().except(named("B%")))).containsExactly("Ada", "Cy", "Dee");
        assertThat(named("A%").union(named("%y")).count()).isEqualTo(2);
    }

    @Test
    void whatIsSaidAfterwardsIsAboutAllOfThem() {
        Query<Worker> three = named("A%").union(named("%y")).union(named("D%"));

        assertThat(names(three.limit(2))).containsExactly("Ada", "Cy");
        assertThat(names(three.where(WORKER_NAME.ne("Cy")))).containsExactly("Ada", "Dee");
        List<Company> loaded = companies()
                .where(COMPANY_NAME.eq("Cog"))
                .union(companies().where(WORKERS.any(WORKER_NAME.eq("Dee"))))
                .load(LoadStrategy.JOINED, WORKERS)
                .orderBy(COMPANY_NAME)
                .limit(1)
                .list();
        assertThat(loaded)
                .singleElement()
                .satisfies(bolt -> assertThat(bolt.workers).hasSize(1));
    }

    @Test
    void partsMayHaveOrdersLimitsAndJoins() {
        Query<Worker> last = workers().orderBy(WORKER_NAME.desc()).limit(1);
        Query<Worker> ofAnvil = workers().join(COMPANY).where(COMPANY_NAME.eq("Anvil"), WORKER_NAME.ne("Bo"));

        assertThat(names(last.union(ofAnvil))).containsExactly("Ada", "Cy", "Dee");
    }

    @Test
    void otherClassIsRefused() {
        @SuppressWarnings({"unchecked", "rawtypes"}) // past the compiler, which would refuse it
        Query<Worker> other = (Query) companies();

        assertThatThrownBy(() -> workers().union(other))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(
                        "Cannot combine queries for Worker and for Company. Query the same class in both, and"
                                + " narrow one of them by a condition.");
    }

    @Test
    void areRenderedOnce() {
        assertThat(names(named("A%").union(named("%y")))).hasSize(2);
        long before = sessions.statements().misses() + sessions.statements().renderedOnce();

        assertThat(names(named("B%").union(named("x%")))).hasSize(1);

        assertThat(sessions.statements().misses() + sessions.statements().renderedOnce())
                .isEqualTo(before);
    }

    @Test
    void subqueryGivesValuesToAnotherQuery() {
        Select<Record1<String>> busy = workers().where(MACHINES.isNotEmpty()).subquery(WORKER_NAME);

        assertThat(names(workers().where(WORKER_NAME.notIn(busy)))).containsExactly("Cy", "Dee");
    }

    @Test
    void commonTableExpressionIsJoined() {
        Field<Integer> firm = DSL.field(DSL.name("sizes", "firm"), Integer.class);
        CommonTableExpression<?> sizes = DSL.name("sizes")
                .fields("firm", "size")
                .as(DSL.select(DSL.field(DSL.name("company_id"), Integer.class), DSL.count())
                        .from(DSL.name("worker"))
                        .groupBy(DSL.field(DSL.name("company_id"))));
        Query<Company> large = companies()
                .with(sizes)
                .join(DSL.table(DSL.name("sizes")), firm.eq(DSL.field(DSL.name("company", "id"), Integer.class)))
                .where(DSL.field(DSL.name("sizes", "size"), Integer.class).gt(1));

        assertThat(companies(large)).containsExactly("Anvil");
        assertThat(large.count()).isOne();
    }

    @Test
    void recursiveExpressionFollowsAReference() {
        Field<Integer> id = DSL.field(DSL.name("id"), Integer.class);
        CommonTableExpression<?> below = DSL.name("below")
                .fields("id")
                .as(DSL.select(id)
                        .from(DSL.name("worker"))
                        .where(DSL.field(DSL.name("name"), String.class).eq("Ada"))
                        .unionAll(DSL.select(DSL.field(DSL.name("worker", "id"), Integer.class))
                                .from(DSL.name("worker"))
                                .join(DSL.name("below"))
                                .on(DSL.field(DSL.name("worker", "boss_id"), Integer.class)
                                        .eq(DSL.field(DSL.name("below", "id"), Integer.class)))));

        assertThat(names(workers()
                        .withRecursive(below)
                        .where(WORKER_ID.in(DSL.select(id).from(DSL.name("below"))))))
                .containsExactly("Ada", "Bo", "Cy");
    }
}
