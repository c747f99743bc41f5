/** The floor: the bare driver, with codecs and changes written by hand. */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.mongodb.driver;
