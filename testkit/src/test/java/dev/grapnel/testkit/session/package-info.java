/**
 * Tests of the session and its unit of work, the same on every database: whole sessions over real tables, seen through events and statements.
 *
 * <p>They stand here and not beside the code because they stand on the testkit, which stands on that code.
 */
package dev.grapnel.testkit.session;
