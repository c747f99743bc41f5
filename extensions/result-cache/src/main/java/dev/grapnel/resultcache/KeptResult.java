package dev.grapnel.resultcache;

import dev.grapnel.core.state.IdentityKey;
import java.io.Serializable;
import java.util.List;

/**
 * The result of a query.
 *
 * @param keys of its objects, in order
 * @param moment the state of the world that its transaction saw
 */
record KeptResult(List<IdentityKey> keys, long moment) implements Serializable {}
