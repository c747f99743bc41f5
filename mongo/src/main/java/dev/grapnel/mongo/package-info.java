/**
 * What a program holds and what it writes: {@link dev.grapnel.mongo.OdmSession}, {@link dev.grapnel.mongo.OdmCursor},
 * {@link dev.grapnel.mongo.ObjectState}, and the hooks {@link dev.grapnel.mongo.MapperExtension} and
 * {@link dev.grapnel.mongo.SessionExtension}.
 *
 * <p>Only interfaces and small values: the rooms below implement them. A program begins at
 * {@link dev.grapnel.mongo.session.OdmSessionFactory}.
 */
@NullMarked
package dev.grapnel.mongo;

import org.jspecify.annotations.NullMarked;
