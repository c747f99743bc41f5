/**
 * Registration and dispatch of typed events.
 *
 * <p>What enters: a target ({@link dev.grapnel.events.EventTarget}), the name of an event ({@link dev.grapnel.events.EventKey}), a
 * listener ({@link dev.grapnel.events.Watcher} or {@link dev.grapnel.events.Changer}) and {@link dev.grapnel.events.ListenOptions}.
 * What leaves: a {@link dev.grapnel.events.Subscription}. Each target owns one {@link dev.grapnel.events.Dispatch}, which holds one
 * ordered list of {@link dev.grapnel.events.Listeners} for each event; firing walks an immutable snapshot of it. Classes are targets
 * too, also before they are in use: see {@link dev.grapnel.events.ClassTargets}.
 *
 * <p>Registering and firing are safe from any thread. An application starts at {@link dev.grapnel.events.Events}; who writes a family of
 * events starts at {@link dev.grapnel.events.EventFamily}.
 *
 * <p>The numbered rules cited here (E-1 and so on) stand in {@code docs/spec/event-api.md}.
 */
package dev.grapnel.events;
