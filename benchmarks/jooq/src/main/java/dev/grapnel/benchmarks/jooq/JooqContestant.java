package dev.grapnel.benchmarks.jooq;

import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.contract.Database;
import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultRecordListenerProvider;

/**
 * The records that jOOQ generates from the tables.
 *
 * <ul>
 *   <li>Rows are written by {@code batchInsert}, {@code batchUpdate} and {@code batchDelete}, all of a table in one batch.
 *   <li>Keys come from the sequence in one statement for all, each value of it stands for fifty.
 *   <li>Graphs are loaded with a query for each level and put together by key; {@code MULTISET} makes the database write JSON, which takes longer.
 *   <li>Logging of statements is off, as usual in production.
 *   <li>Hooks are a {@code RecordListener}.
 *   <li>Reading many rows goes by a lazy cursor.
 * </ul>
 *
 * <p>There is no unit of work and no cascade: the program writes in the order of the tables. Where nothing changes it asks
 * all records whether they have changed, and stores none.
 */
public final class JooqContestant implements Contestant {
    static {
        // Before the first use, which is when jOOQ would print them.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    /** Made by the service loader. */
    public JooqContestant() {}

    @Override
    public String name() {
        return "jooq";
    }

    @Override
    public Trial open(Database database, AuditMode audit) {
        DefaultConfiguration configuration = new DefaultConfiguration();
        configuration.set(new DataSourceConnectionProvider(database.dataSource()));
        configuration.set(database.kind() == DatabaseKind.H2 ? SQLDialect.H2 : SQLDialect.POSTGRES);
        configuration.set(new Settings()
                .withExecuteLogging(false)
                .withRenderSchema(false)
                .withRenderQuotedNames(RenderQuotedNames.NEVER));
        Auditor auditor = new Auditor();
        if (audit == AuditMode.BY_HOOKS) {
            configuration.set(new DefaultRecordListenerProvider(auditor));
        }
        return new JooqTrial(configuration.dsl(), audit, auditor);
    }
}
