/**
 * What tests stand on: {@link dev.grapnel.testkit.EventRecorder} turns what happens into a timeline to compare,
 * {@link dev.grapnel.testkit.StatementRecorder} keeps what was sent to a database, {@link dev.grapnel.testkit.LeakCheck} fails a test that
 * leaves a transaction open, {@link dev.grapnel.testkit.TestDatabases} gives empty databases, and
 * the package {@code contract} is what every database has to do.
 *
 * <p>Everything here listens to public events; nothing has a door of its own into the engine.
 */
package dev.grapnel.testkit;
