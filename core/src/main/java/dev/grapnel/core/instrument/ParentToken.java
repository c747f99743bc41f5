package dev.grapnel.core.instrument;

/** What a mapped attribute is known by in all classes that share it, if it can be found again by name in another process. */
public interface ParentToken {
    /** The mapped class that declares the attribute. */
    Class<?> declaringType();

    /** The name of the attribute. */
    String name();
}
