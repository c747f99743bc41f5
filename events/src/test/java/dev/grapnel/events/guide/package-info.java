/**
 * The code of {@code docs/guide/events.md}: a shop that can be listened to. It sees of the module what an application sees. {@link
 * dev.grapnel.events.guide.GuideCodeTest} holds the guide to it.
 */
package dev.grapnel.events.guide;
