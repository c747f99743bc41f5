/**
 * What a session holds: its objects, the work that waits for a result to be read, and what has to be put back after a rollback.
 *
 * <p>Sets and tables without rules and without events. {@link dev.grapnel.core.session.workspace.Workspace} is the whole,
 * {@link dev.grapnel.core.session.workspace.IdentityMap} the persistent part of it. What moves objects from one set to another is in the
 * package of the session.
 */
package dev.grapnel.core.session.workspace;
