package dev.grapnel.sql.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** Makes the connection pool of a JDBC URL, with what each database needs. */
final class ConnectionPools {
    private final String url;
    private final SQLDialect dialect;
    private final EngineSettings settings;

    ConnectionPools(String url, SQLDialect dialect, EngineSettings settings) {
        this.url = url;
        this.dialect = dialect;
        this.settings = settings;
    }

    /** A pool that opens its first connection when one is asked for, and says at once why it cannot. */
    HikariDataSource open(@Nullable String user, @Nullable String password) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(completeUrl());
        if (user != null) {
            pool.setUsername(user);
        }
        if (password != null) {
            pool.setPassword(password);
        }
        pool.setPoolName("grapnel-" + dialect.getNameLC());
        pool.setMaximumPoolSize(settings.poolSize());
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(settings.connectTimeout().toMillis());
        pool.setInitializationFailTimeout(1);
        special(pool);
        return pool;
    }

    private void special(HikariConfig pool) {
        switch (dialect.family()) {
            case SQLITE -> {
                pool.addDataSourceProperty("foreign_keys", "true");
                if (isSqliteMemory()) {
                    keepOneForEver(pool);
                }
            }
            case POSTGRES -> {
                if (!url.contains("reWriteBatchedInserts")) {
                    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
                }
            }
            default -> {}
        }
    }

    /** A memory database of SQLite lives in its connection, and ends with it. */
    private static void keepOneForEver(HikariConfig pool) {
        pool.setMaximumPoolSize(1);
        pool.setMinimumIdle(1);
        pool.setMaxLifetime(0);
        pool.setIdleTimeout(0);
    }

    boolean isSqliteMemory() {
        return dialect.family() == SQLDialect.SQLITE
                && (url.contains(":memory:") || url.contains("mode=memory") || url.equals("jdbc:sqlite:"));
    }

    /** H2 forgets a memory database with its last connection, and folds unquoted names to capitals, unless told otherwise. */
    private String completeUrl() {
        if (dialect.family() != SQLDialect.H2) {
            return url;
        }
        String complete = url;
        if (url.startsWith("jdbc:h2:mem:")) {
            complete = withSetting(complete, "DB_CLOSE_DELAY", "-1");
        }
        return withSetting(complete, "CASE_INSENSITIVE_IDENTIFIERS", "TRUE");
    }

    private static String withSetting(String url, String name, String value) {
        return url.toUpperCase(Locale.ROOT).contains(name) ? url : url + ";" + name + "=" + value;
    }
}
