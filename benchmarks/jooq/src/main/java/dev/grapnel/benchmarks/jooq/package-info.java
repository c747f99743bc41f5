/** The records of jOOQ as a contestant. */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.jooq;
