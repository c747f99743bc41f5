@NullMarked
package dev.grapnel.mongo;

import org.jspecify.annotations.NullMarked;
