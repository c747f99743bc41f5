/** Plain objects, which need no annotations: those of the bare driver, and of libraries that go by names. */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.mongodb.objects;
