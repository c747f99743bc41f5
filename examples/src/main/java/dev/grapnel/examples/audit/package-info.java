/**
 * An audit log of every change of every attribute, by one listener.
 *
 * <p>Start reading at {@link dev.grapnel.examples.audit.AuditExample}. Run it by {@code examples/run audit}.
 */
@NullMarked
package dev.grapnel.examples.audit;

import org.jspecify.annotations.NullMarked;
