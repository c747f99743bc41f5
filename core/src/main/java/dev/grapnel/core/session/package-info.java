/**
 * The session: what is attached to it, its transactions, and the moves of objects from state to state.
 *
 * <p>Everything comes together here. {@link dev.grapnel.core.session.Session} is the face, and hands over to the
 * parts: {@code Attaching} and {@code Leaving} for objects that come and go, {@code FlushCycle} for the flush from its first event to its
 * last, {@code TransactionTree} with one {@link dev.grapnel.core.session.SessionTransaction} for each marker, {@code Restoring} for what a
 * rollback puts back, {@code Merge} for copies of foreign objects. {@code SessionDuties} is what flushing, loading and the states of objects
 * ask of it. Only this room moves objects between states and fires session events.
 */
package dev.grapnel.core.session;
