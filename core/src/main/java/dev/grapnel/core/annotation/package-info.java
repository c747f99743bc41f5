/** What an entity class can say about its mapping that {@code jakarta.persistence} has no annotation for. */
package dev.grapnel.core.annotation;
