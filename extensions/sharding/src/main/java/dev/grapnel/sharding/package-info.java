/**
 * Objects spread over several databases with the same tables. Start reading at {@link dev.grapnel.sharding.Sharding}.
 *
 * <p>What enters: statements of sessions over shards that do not say where they belong, told by {@code do_orm_execute}. What leaves: one invocation
 * for each shard that a function of the program names, and one result. The identity token of the session's objects says where they came from, so
 * what is loaded or written for them needs none of this.
 */
package dev.grapnel.sharding;
