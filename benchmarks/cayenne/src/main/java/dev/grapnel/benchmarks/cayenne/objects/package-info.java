/**
 * The classes of the mapping, with the fields and methods that Cayenne's generator writes; the generator of this release cannot be had as a Maven
 * plugin everywhere. Nothing is said about null, since Cayenne sets the fields.
 */
@org.jspecify.annotations.NullUnmarked
package dev.grapnel.benchmarks.cayenne.objects;
