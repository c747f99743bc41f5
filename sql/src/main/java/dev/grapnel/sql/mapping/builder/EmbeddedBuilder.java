package dev.grapnel.sql.mapping.builder;

/**
 * Says which fields of an embedded value are mapped, and how.
 *
 * @param <T> the class of the value
 */
public final class EmbeddedBuilder<T> extends AttributesBuilder<T> {
    EmbeddedBuilder(Class<T> type) {
        super(type);
    }
}
