/**
 * The session: what is attached to it, its transactions, and the moves of objects from state to state.
 *
 * <p>Everything comes together here. {@link dev.grapnel.core.session.Session} is the face; {@code IdentityMap} knows persistent objects by
 * key, {@link dev.grapnel.core.session.SessionTransaction} is one marker of the transaction tree with what it has to put back,
 * {@code Merge} copies foreign objects in. Only this room moves objects between states and fires session events.
 */
package dev.grapnel.core.session;
