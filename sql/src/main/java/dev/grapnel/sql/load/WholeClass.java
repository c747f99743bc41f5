package dev.grapnel.sql.load;

import dev.grapnel.sql.mapping.TableMapper;

/** Tells of a result, when it has been read, whether it had every object of a class that there is. */
@FunctionalInterface
public interface WholeClass {
    /**
     * Whether the statement left out no object of a class.
     *
     * @param mapper of the class
     * @return whether it had all of them, as far as its transaction saw them
     */
    boolean isWhole(TableMapper mapper);
}
