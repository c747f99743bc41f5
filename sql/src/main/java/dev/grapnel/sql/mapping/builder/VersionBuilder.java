package dev.grapnel.sql.mapping.builder;

import dev.grapnel.core.annotation.VersionedBy;
import dev.grapnel.sql.mapping.annotation.WrittenElement;
import dev.grapnel.sql.mapping.annotation.WrittenElement.Given;
import jakarta.persistence.Version;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Says where the version is kept, and where its values come from: they are counted, or the time, unless something is said.
 *
 * @param <V> its type
 */
public final class VersionBuilder<V> extends ColumnBuilder<VersionBuilder<V>> {
    VersionBuilder(WrittenElement said) {
        super(said.with(Version.class));
    }

    /**
     * Makes versions by a function.
     *
     * @param next gives the next version from the present one, which is null for a new row
     * @return this
     */
    public VersionBuilder<V> next(UnaryOperator<@Nullable V> next) {
        said.give(Given.NEXT_VERSION, next);
        return this;
    }

    /**
     * Lets the database set the version, as by a trigger.
     *
     * @return this
     */
    public VersionBuilder<V> byDatabase() {
        return say(VersionedBy.class, "value", VersionedBy.Database.class);
    }
}
