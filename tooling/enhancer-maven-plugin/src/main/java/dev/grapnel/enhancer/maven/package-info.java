/**
 * The enhancer as a plugin of Maven: parameters and class path come in, {@link dev.grapnel.enhancer.BuildTimeEnhancer}
 * does the work, and one line in the log goes out. Start reading at {@link dev.grapnel.enhancer.maven.EnhanceMojo}.
 */
@NullMarked
package dev.grapnel.enhancer.maven;

import org.jspecify.annotations.NullMarked;
