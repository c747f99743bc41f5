package dev.grapnel.mongo.annotated;

import dev.grapnel.mongo.MapperExtension;
import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.OdmSession;

/** Adds a note when an object is inserted. */
public final class Extension implements MapperExtension<Ticket> {
    @Override
    public void beforeInsert(Ticket object, ObjectState<Ticket> state, OdmSession session) {
        object.notes.add(7L);
    }
}
