/** A shop: orders with their lines and payments. Annotations at getters, equality by business keys, records and final classes as values. */
@NullUnmarked
package dev.grapnel.testkit.domain.shop;

import org.jspecify.annotations.NullUnmarked;
