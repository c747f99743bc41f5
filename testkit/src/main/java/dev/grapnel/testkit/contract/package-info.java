/**
 * What a database has to do under Grapnel, as tests to run over any database.
 *
 * <p>Start reading at {@link dev.grapnel.testkit.contract.DatabaseContract}, which is all of it.
 */
package dev.grapnel.testkit.contract;
