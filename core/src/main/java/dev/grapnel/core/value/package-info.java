/**
 * Values that can be changed inside: what is kept of one, to find out later whether it still is what it was.
 *
 * <p>What enters: a value, when the program is given it. What leaves: whether it was changed since, and what it was. Nothing here knows of
 * objects or attributes. Start reading at {@link dev.grapnel.core.value.Snapshots}; programs write a {@link dev.grapnel.core.value.ValueCopier}.
 */
package dev.grapnel.core.value;
