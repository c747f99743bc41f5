/**
 * A document server as the place of the workloads: the collections, the documents in them before a job, and the check of what is in them afterwards, all by the
 * bare driver. Contestants extend {@link DocumentTrial}.
 */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.mongodb.ground;
