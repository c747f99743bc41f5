/**
 * What is said of documents on their classes, beside the annotations of {@code jakarta.persistence} that mean the same for every store:
 * {@code Entity}, {@code Id}, {@code Version}, {@code Transient}, {@code DiscriminatorColumn} and {@code DiscriminatorValue}.
 */
@NullMarked
package dev.grapnel.mongo.annotation;

import org.jspecify.annotations.NullMarked;
