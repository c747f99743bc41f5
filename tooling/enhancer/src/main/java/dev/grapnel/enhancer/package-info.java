/**
 * Bytecode enhancement: plain classes go in, classes whose reads, writes and constructions Grapnel can see come out.
 *
 * <p>Three doors lead in, and all give the same class: {@link dev.grapnel.enhancer.BuildTimeEnhancer} in a build,
 * {@link dev.grapnel.enhancer.EnhancerAgent} as {@code -javaagent}, and {@link dev.grapnel.enhancer.Enhancer} as first
 * statement of a program. Behind them, {@code ClassTransformation} turns one class file into another;
 * it is the place to start reading. What an enhanced class looks like is written in
 * {@code docs/architecture/enhanced-classes.md}.
 */
@NullMarked
package dev.grapnel.enhancer;

import org.jspecify.annotations.NullMarked;
