/** Gives each scenario an empty document database on a server in memory. */
@NullMarked
package dev.grapnel.conformance.odm.database;

import org.jspecify.annotations.NullMarked;
