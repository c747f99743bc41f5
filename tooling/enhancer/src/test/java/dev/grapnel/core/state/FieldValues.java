package dev.grapnel.core.state;

/** Stands for the interface of the runtime, with the members that the contract names. */
public interface FieldValues {

    Object value(int position);

    int intAt(int position);

    long longAt(int position);

    double doubleAt(int position);

    String stringAt(int position);
}
