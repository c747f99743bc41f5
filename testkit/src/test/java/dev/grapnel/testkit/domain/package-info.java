/** Entity classes as people write them, each model with one run through adding, querying, changing and deleting. */
@NullUnmarked
package dev.grapnel.testkit.domain;

import org.jspecify.annotations.NullUnmarked;
