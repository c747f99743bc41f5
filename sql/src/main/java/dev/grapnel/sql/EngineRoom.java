package dev.grapnel.sql;

import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.persist.TableWriter;
import dev.grapnel.sql.statement.StatementCache;

/**
 * What sessions keep for one engine: texts are of one dialect.
 *
 * @param engine the engine
 * @param texts of its statements
 * @param writer writes rows with them
 */
record EngineRoom(Engine engine, StatementCache texts, TableWriter writer) {
    static EngineRoom of(Engine engine) {
        StatementCache texts = new StatementCache(engine);
        return new EngineRoom(engine, texts, new TableWriter(texts));
    }
}
