/**
 * The document layer: one call is one command to the server. It knows neither objects nor pending work.
 *
 * <p>Start reading at {@link dev.grapnel.mongo.command.DocumentLayer}.
 */
@NullMarked
package dev.grapnel.mongo.command;

import org.jspecify.annotations.NullMarked;
