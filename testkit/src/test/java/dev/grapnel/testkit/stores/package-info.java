/** One listener over both stores. */
@NullMarked
package dev.grapnel.testkit.stores;

import org.jspecify.annotations.NullMarked;
