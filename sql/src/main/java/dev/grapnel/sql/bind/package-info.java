/**
 * Which of several databases a session works on: by class, by a function, or by shard.
 *
 * <p>In come the engines and what was said of them ({@link dev.grapnel.sql.bind.Binds}); for each statement and each row the session asks for
 * an engine with a {@link dev.grapnel.sql.bind.BindRequest}.
 */
package dev.grapnel.sql.bind;
