/**
 * How classes are mapped onto collections: the builder {@link dev.grapnel.mongo.mapping.DocumentMapping}, the
 * {@link dev.grapnel.mongo.mapping.DocumentRegistry} and its {@link dev.grapnel.mongo.mapping.DocumentMapper}s.
 */
@NullMarked
package dev.grapnel.mongo.mapping;

import org.jspecify.annotations.NullMarked;
