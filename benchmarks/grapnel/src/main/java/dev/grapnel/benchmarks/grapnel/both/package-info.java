/** What the contestant does alike with rows and with documents. */
@org.jspecify.annotations.NullMarked
package dev.grapnel.benchmarks.grapnel.both;
