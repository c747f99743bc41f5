/** Spring Data MongoDB, without a Spring container. */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.spring;
