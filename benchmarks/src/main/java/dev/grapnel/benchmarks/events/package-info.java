/** What a dispatch costs, by number of listeners, beside what it would cost without an event system. */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.events;
