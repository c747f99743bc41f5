package dev.grapnel.examples.schema;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCountCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import org.flywaydb.core.Flyway;

/** Who makes the tables. */
enum MigrationTool {
    /** By numbered scripts. */
    FLYWAY {
        @Override
        void migrate(DataSource database, int steps) {
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:" + FOLDER + "flyway")
                    .target(String.valueOf(steps))
                    .load()
                    .migrate();
        }
    },
    /** By a log of changes. */
    LIQUIBASE {
        @Override
        void migrate(DataSource database, int steps) {
            try (Connection connection = database.getConnection()) {
                Database known =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                // It counts the changes that are still to be made.
                new CommandScope(UpdateCountCommandStep.COMMAND_NAME)
                        .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, known)
                        .addArgumentValue(UpdateCountCommandStep.CHANGELOG_FILE_ARG, FOLDER + "liquibase.sql")
                        .addArgumentValue(UpdateCountCommandStep.COUNT_ARG, 1)
                        .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
                        .execute();
            } catch (SQLException | LiquibaseException failure) {
                throw new IllegalStateException("Cannot migrate to step " + steps + ".", failure);
            }
        }
    };

    private static final String FOLDER = "dev/grapnel/examples/schema/";

    /** Brings a database from the step before to this one. */
    abstract void migrate(DataSource database, int steps);
}
