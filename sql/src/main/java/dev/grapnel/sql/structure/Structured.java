package dev.grapnel.sql.structure;

/** A part of a statement that can say how it is made. */
public interface Structured {
    /**
     * Writes down everything that its text depends on, and its values.
     *
     * @param structure of the statement it is a part of
     */
    void describe(StructureWriter structure);
}
