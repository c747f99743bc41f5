/**
 * The rules of {@code docs/spec/event-api.md} as tests; the tag of a method names the rule. Rules that need persistence to show stand in
 * {@code rules-elsewhere.txt} with the place that tests them. {@link dev.grapnel.events.SampleEvents} is a family as an application of this
 * module writes one.
 */
package dev.grapnel.events;
