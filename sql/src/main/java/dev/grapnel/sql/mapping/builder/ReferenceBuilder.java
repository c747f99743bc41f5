package dev.grapnel.sql.mapping.builder;

import dev.grapnel.sql.mapping.annotation.WrittenElement;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import java.lang.annotation.Annotation;

/** Says how a reference to one object is mapped. */
public final class ReferenceBuilder extends LinkBuilder<ReferenceBuilder> {
    ReferenceBuilder(WrittenElement said, Class<? extends Annotation> kind) {
        super(said, kind);
    }

    /**
     * Refuses null.
     *
     * @return this
     */
    public ReferenceBuilder notNull() {
        return say(kind, "optional", false);
    }

    /**
     * Makes the reference the key of this object, or a part of it, without a field for the key beside it.
     *
     * @return this
     */
    public ReferenceBuilder asId() {
        said.with(Id.class);
        return this;
    }

    /**
     * Makes the key of the other object that of this one.
     *
     * @return this
     */
    public ReferenceBuilder asKey() {
        said.with(MapsId.class);
        return this;
    }

    /**
     * Makes the key of the other object a part of the key of this one.
     *
     * @param part the field of the key
     * @return this
     */
    public ReferenceBuilder asKey(String part) {
        return say(MapsId.class, "value", part);
    }
}
