/**
 * How an enhanced class reports reads and writes, and who is told.
 *
 * <p>What enters: calls of generated code ({@link dev.grapnel.core.instrument.Interception},
 * {@link dev.grapnel.core.instrument.Construction}) and of tracked collections. What leaves: attribute events, instance events, and changed
 * books in {@code InstanceState}. One {@link dev.grapnel.core.instrument.ClassManager} stands for each class, and in it one
 * {@link dev.grapnel.core.instrument.AttributeTracker} for each attribute: scalar, reference or collection. Start reading at
 * {@code AttributeTracker}.
 *
 * <p>Nothing here knows what an attribute is mapped to; loaders are handed in as {@link dev.grapnel.core.instrument.AttributeLoader}.
 */
package dev.grapnel.core.instrument;
