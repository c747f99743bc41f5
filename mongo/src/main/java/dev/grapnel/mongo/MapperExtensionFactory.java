package dev.grapnel.mongo;

import dev.grapnel.core.mapping.Mapper;

/**
 * Makes the extension of one mapped class. Called once for each class that lists it, when the class is mapped; twice if it is listed twice
 * (statements ODM-M4, ODM-N1).
 *
 * @param <T> the class of the objects
 */
@FunctionalInterface
public interface MapperExtensionFactory<T> {
    /**
     * Makes the extension.
     *
     * @param mapper of the class
     * @return the extension
     */
    MapperExtension<? super T> create(Mapper mapper);

    /** A factory that gives the same extension to all who ask: for extensions without state of their own. */
    static <T> MapperExtensionFactory<T> of(MapperExtension<? super T> shared) {
        return mapper -> shared;
    }
}
