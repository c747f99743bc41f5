/**
 * Hooks as methods of a class: {@link dev.grapnel.extension.MapperExtension} for mapped classes, {@link dev.grapnel.extension.SessionExtension}
 * for sessions, {@link dev.grapnel.extension.AttributeExtension} for attributes. They stand on public events only; whoever likes listeners better
 * needs none of it.
 *
 * <h2>How it works</h2>
 *
 * {@link dev.grapnel.extension.Extensions} finds out once, when an extension is added, which methods it overrides, and registers one listener
 * for each of them (rules L-6, L-19). The listeners of several extensions for one method would run in the order of their registration, which is
 * not the order of a chain (rule L-5). So each mapper has for each method its chain: own extensions first, then those of superclasses, then
 * those of the registry, then those of all mappers. The listener of the first extension of the chain runs the whole of it, the others nothing.
 * Chains are made when they are first needed, and anew when extensions have come or gone.
 *
 * <p>Enters: extensions, and what they are for. Leaves: subscriptions. Start reading at {@link dev.grapnel.extension.Extensions}.
 */
package dev.grapnel.extension;
