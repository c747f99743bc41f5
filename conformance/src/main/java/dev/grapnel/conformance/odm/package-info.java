/**
 * Runs scenario files of the document format, against the document side of the library.
 *
 * <p>{@code format} reads the files, {@code model} makes and maps their classes, {@code step} runs the steps, {@code trace} tells what
 * happened in the words of the format, {@code deviation} knows where the library means to differ, and {@code compare} finds the first
 * difference.
 */
@NullMarked
package dev.grapnel.conformance.odm;

import org.jspecify.annotations.NullMarked;
