package dev.grapnel.conformance.model.docs;

import dev.grapnel.conformance.model.Base;

/** A superclass that is not mapped. */
public abstract class Audited extends Base {
    private static final long serialVersionUID = 1L;
}
