/** A forum: authors, threads, posts and tags, in classes without a single annotation. */
@NullUnmarked
package dev.grapnel.testkit.domain.forum;

import org.jspecify.annotations.NullUnmarked;
