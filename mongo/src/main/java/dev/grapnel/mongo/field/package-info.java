/**
 * What the fields of classes hold in documents, as their types and annotations say.
 *
 * <p>What enters: a class of documents. What leaves: its fields with their names and schemas. Start reading at
 * {@link dev.grapnel.mongo.field.AnnotatedClass}.
 */
@NullMarked
package dev.grapnel.mongo.field;

import org.jspecify.annotations.NullMarked;
