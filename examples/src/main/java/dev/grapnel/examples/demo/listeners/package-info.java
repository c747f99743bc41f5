/**
 * What the demo hangs on the life of its objects: rules that derive, validate and refuse, an audit, counters, and a timeline.
 *
 * <p>Every class here is a handful of listeners, and a page on what events are for. Start reading at
 * {@link dev.grapnel.examples.demo.listeners.Rules}.
 */
@NullMarked
package dev.grapnel.examples.demo.listeners;

import org.jspecify.annotations.NullMarked;
