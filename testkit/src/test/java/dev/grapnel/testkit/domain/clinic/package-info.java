/** A clinic for animals: owners, their pets, and the visits of these. Annotations at fields, mapped superclasses, constructors that are protected. */
@NullUnmarked
package dev.grapnel.testkit.domain.clinic;

import org.jspecify.annotations.NullUnmarked;
