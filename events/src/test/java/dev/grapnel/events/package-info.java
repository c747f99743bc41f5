/**
 * The rules of {@code docs/spec/event-api.md} as tests; the tag of a method names the rule. Rules that need persistence to show are tested in
 * the testkit. {@link dev.grapnel.events.SampleEvents} is a family as an application of this module writes one.
 */
package dev.grapnel.events;
