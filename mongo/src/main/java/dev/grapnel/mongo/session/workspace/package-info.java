/**
 * What a session holds: the objects in their order ({@link dev.grapnel.mongo.session.workspace.Work}), by their ids
 * ({@link dev.grapnel.mongo.session.workspace.Identities}), and what has to be put back if a transaction is rolled back
 * ({@link dev.grapnel.mongo.session.workspace.TransactionChanges}, {@link dev.grapnel.mongo.session.workspace.WorkSnapshot}).
 */
@NullMarked
package dev.grapnel.mongo.session.workspace;

import org.jspecify.annotations.NullMarked;
