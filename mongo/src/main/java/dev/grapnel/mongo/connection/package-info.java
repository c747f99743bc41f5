/** Where documents are: {@link dev.grapnel.mongo.connection.DataStore}. */
@NullMarked
package dev.grapnel.mongo.connection;

import org.jspecify.annotations.NullMarked;
