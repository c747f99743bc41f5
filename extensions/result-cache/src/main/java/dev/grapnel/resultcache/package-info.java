/**
 * Objects and results of queries that are kept over sessions, in any cache that speaks JCache.
 *
 * <h2>How it works</h2>
 *
 * What is kept are values, never objects: sessions do not share objects. A listener to {@code do_orm_execute} answers a load by key from the
 * cache, and a query that asks for it; what it finds enters the session as if it had been merged without loading, so {@code load} fires. On a
 * miss the statement runs, and what came is kept.
 *
 * <h2>When an entry holds</h2>
 *
 * A hierarchy of classes is a region. From the first row of a region that a flush or a statement writes until its transaction ends, nobody gets
 * anything from the region or puts something into it; then the objects written are removed, or all of the region after a statement that wrote many rows.
 * An object is only kept if its region was not written since the transaction began that read it, and the result of a query only holds while none of
 * its regions has been written since. So a session never gets what was replaced before its statement, as far as one program writes. What
 * other programs write is seen when entries expire: give the cache a time. Each {@code ResultCache} has entries of its own, also in a cache that is shared.
 *
 * <p>Enters: a JCache and classes. Leaves: a subscription. Start reading at {@link dev.grapnel.resultcache.ResultCache}.
 */
@NullMarked
package dev.grapnel.resultcache;

import org.jspecify.annotations.NullMarked;
