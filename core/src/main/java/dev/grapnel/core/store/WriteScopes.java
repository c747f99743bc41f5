package dev.grapnel.core.store;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;

/** Where the rows of each object of a flush go: a session may work on several stores. */
public interface WriteScopes {
    /**
     * The scope of an object's rows; its connection joins the transaction now, if it has not yet.
     *
     * @param base root of its hierarchy
     * @param state of the object
     * @return the scope, the same one for all objects of a store
     */
    WriteScope of(Mapper base, InstanceState state);

    /** Whether it is the same one for all objects. */
    boolean isOne();

    /**
     * The connection for a hierarchy joins the transaction now, if it has not yet and if it can be said without an object which one it is.
     *
     * @param base root of the hierarchy
     */
    void enrol(Mapper base);
}
