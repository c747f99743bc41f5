package dev.grapnel.enhancer;

import java.util.Optional;

/** Where the class files of superclasses and neighbours come from. Nothing is ever loaded to learn about it. */
@FunctionalInterface
interface ClassFiles {

    /** Returns the bytes of a class, by its internal name, or nothing when there is no such class file. */
    Optional<byte[]> find(String internalName);
}
