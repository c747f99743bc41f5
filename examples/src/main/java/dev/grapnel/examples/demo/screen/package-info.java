/**
 * What the demo shows: lines of at most 80 columns and a progress bar. Nothing here is about persistence.
 */
@NullMarked
package dev.grapnel.examples.demo.screen;

import org.jspecify.annotations.NullMarked;
