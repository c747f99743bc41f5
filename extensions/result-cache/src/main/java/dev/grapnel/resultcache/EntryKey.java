package dev.grapnel.resultcache;

import java.io.Serializable;
import java.util.UUID;

/**
 * The key of an entry.
 *
 * @param owner the cache that has put it
 * @param region the class at the root of the hierarchy
 * @param age how often the whole region was given up before
 * @param what the identity key of an object, or the name of a query
 */
record EntryKey(UUID owner, String region, long age, Serializable what) implements Serializable {}
