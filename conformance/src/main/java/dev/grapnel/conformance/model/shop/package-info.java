/** The model {@code shop}: a shop: users, their addresses, orders, items and profiles. */
@NullMarked
package dev.grapnel.conformance.model.shop;

import org.jspecify.annotations.NullMarked;
