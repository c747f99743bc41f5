package dev.grapnel.sql.mapping.builder;

import dev.grapnel.sql.mapping.annotation.WrittenElement;
import dev.grapnel.sql.mapping.annotation.WrittenElement.Given;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import java.util.function.Supplier;

/**
 * Says where a part of the primary key is kept, and where its values come from: from the program, unless something is said.
 *
 * @param <V> its type
 */
public final class KeyBuilder<V> extends ColumnBuilder<KeyBuilder<V>> {
    KeyBuilder(WrittenElement said) {
        super(said.with(Id.class));
    }

    /**
     * Lets the database count.
     *
     * @return this
     */
    public KeyBuilder<V> identity() {
        return say(GeneratedValue.class, "strategy", GenerationType.IDENTITY);
    }

    /**
     * Takes keys from a sequence.
     *
     * @param name of the sequence
     * @param block how many keys belong to one of its values, which is its step
     * @return this
     */
    public KeyBuilder<V> sequence(String name, int block) {
        say(SequenceGenerator.class, "sequenceName", name);
        say(SequenceGenerator.class, "allocationSize", block);
        return say(GeneratedValue.class, "strategy", GenerationType.SEQUENCE);
    }

    /**
     * Takes keys from a row of a table of counters.
     *
     * @param name of the counter
     * @param block how many keys are taken at once
     * @return this
     */
    public KeyBuilder<V> counter(String name, int block) {
        say(TableGenerator.class, "pkColumnValue", name);
        say(TableGenerator.class, "allocationSize", block);
        return say(GeneratedValue.class, "strategy", GenerationType.TABLE);
    }

    /**
     * Makes random UUIDs; for {@code java.util.UUID} and {@code String}.
     *
     * @return this
     */
    public KeyBuilder<V> uuid() {
        return say(GeneratedValue.class, "strategy", GenerationType.UUID);
    }

    /**
     * Takes keys from the program, when an object is inserted that has none.
     *
     * @param source asked for each row
     * @return this
     */
    public KeyBuilder<V> from(Supplier<? extends V> source) {
        said.give(Given.INSERT_DEFAULT, source);
        return this;
    }
}
