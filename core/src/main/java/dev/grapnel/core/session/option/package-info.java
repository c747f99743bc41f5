/**
 * What may be said about the running of one statement: options with names and types, and values of them.
 *
 * <p>Whoever sends a statement gives {@link dev.grapnel.core.session.option.ExecutionOptions}; listeners to {@code do_orm_execute} read them and
 * add to them before it runs.
 */
package dev.grapnel.core.session.option;
