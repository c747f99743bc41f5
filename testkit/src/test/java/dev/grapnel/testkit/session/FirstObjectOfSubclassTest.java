package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.query.QueryEvents;
import dev.grapnel.testkit.session.Firm.Smith;
import dev.grapnel.testkit.session.Firm.Worker;
import java.util.ArrayList;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A row of a subclass of which there was no object yet. */
@EveryDatabase
@DisplayName("The first object of a subclass on")
class FirstObjectOfSubclassTest extends DatabaseTest {
    FirstObjectOfSubclassTest() {
        super(Firm.ALL);
    }

    @Test
    @Tag("G-11")
    void isMadeWhenItsRelationshipsArePrepared() {
        direct().insertInto(DSL.table(DSL.name("worker")))
                .set(DSL.field(DSL.name("DTYPE"), String.class), "Smith")
                .set(DSL.field(DSL.name("name"), String.class), "Ada")
                .execute();
        direct().execute("insert into smith (id, metal) select id, 'iron' from worker");
        List<String> told = new ArrayList<>();
        Subscription first = InstanceEvents.on(Smith.class).firstInit(e -> told.add("first"));
        Subscription compiling = QueryEvents.onAll().beforeCompile(e -> told.add("compile"));

        try (first;
                compiling) {
            session.query(Worker.class)
                    .options(LoadOptions.NONE.load(LoadStrategy.SUBQUERY, "machines"))
                    .list();
        }

        assertThat(told).startsWith("compile").containsSequence("compile", "first");
    }
}
