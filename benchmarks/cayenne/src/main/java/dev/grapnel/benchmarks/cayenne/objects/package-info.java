/**
 * The classes of the mapping, with the fields and methods that Cayenne's generator writes; the generator of this release cannot be had as a Maven
 * plugin everywhere. The classes say nothing about null, since Cayenne sets their fields.
 */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.cayenne.objects;
