/** Measures reading and writing attributes of managed objects, against plain fields. */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.attributes;
