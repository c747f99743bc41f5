/**
 * The databases that scenarios run on: empty ones with the tables of a model, where generated keys are given back by a rollback. Begin with
 * {@link dev.grapnel.conformance.database.Database}.
 */
@NullMarked
package dev.grapnel.conformance.database;

import org.jspecify.annotations.NullMarked;
