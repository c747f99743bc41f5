/**
 * The entities of the contestants that read {@code jakarta.persistence} annotations. Each of them compiles and enhances its own copy.
 * Nothing is said about null, since the libraries set the fields.
 */
@org.jspecify.annotations.NullUnmarked
package dev.grapnel.benchmarks.entities;
