/**
 * What keeps a session from being used wrongly: one thread at a time, the rights of listeners in each phase, and what is said to those who
 * come when a transaction is over.
 *
 * <p>Nothing here knows the session. {@link dev.grapnel.core.session.guard.Rights} names the listener that does what it may not; the session
 * asks it when it writes a message.
 */
package dev.grapnel.core.session.guard;
