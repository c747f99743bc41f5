/**
 * The sessions: {@link dev.grapnel.mongo.session.OdmSessionFactory} makes them; the unit of work, the flush and the cursors are here.
 */
@NullMarked
package dev.grapnel.mongo.session;

import org.jspecify.annotations.NullMarked;
