package dev.grapnel.examples.extensions;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.extension.Chain;
import dev.grapnel.extension.MapperExtension;

/** Prints each object before its row is inserted. */
final class TellInserts implements MapperExtension<Object> {
    @Override
    public Chain beforeInsert(Mapper mapper, StoreConnection connection, Object instance) {
        System.out.println("instance " + instance + " before insert !");
        return Chain.CONTINUE;
    }
}
