package dev.grapnel.examples.extensions;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.extension.Chain;
import dev.grapnel.extension.MapperExtension;

/** A link of a chain: prints its name, and stops the chain or lets it go on. */
final class Link implements MapperExtension<User> {
    private final String name;
    private final Chain answer;

    Link(String name, Chain answer) {
        this.name = name;
        this.answer = answer;
    }

    @Override
    public Chain beforeUpdate(Mapper mapper, StoreConnection connection, User user) {
        System.out.println(name + " sees " + user + " before update");
        return answer;
    }
}
