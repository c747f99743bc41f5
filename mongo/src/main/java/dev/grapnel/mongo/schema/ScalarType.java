package dev.grapnel.mongo.schema;

import dev.grapnel.core.state.Marker;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value without parts: what it is made of, and how it is stored. */
final class ScalarType implements ValueType {
    private final String name;
    private final Function<Object, @Nullable Object> reader;
    private final @Nullable Function<Object, Object> writer;
    private final @Nullable Supplier<Object> generator;

    /**
     * Describes a type.
     *
     * @param name as messages say it, with its article
     * @param reader gives the value in memory; null if it is none
     */
    ScalarType(String name, Function<Object, @Nullable Object> reader) {
        this(name, reader, null, null);
    }

    private ScalarType(
            String name,
            Function<Object, @Nullable Object> reader,
            @Nullable Function<Object, Object> writer,
            @Nullable Supplier<Object> generator) {
        this.name = name;
        this.reader = reader;
        this.writer = writer;
        this.generator = generator;
    }

    ScalarType storedBy(Function<Object, Object> function) {
        return new ScalarType(name, reader, function, generator);
    }

    ScalarType generatedBy(Supplier<Object> function) {
        return new ScalarType(name, reader, writer, function);
    }

    @Override
    public Object check(Object value, Checking checking) {
        Object read = reader.apply(value);
        if (read == null || read == Marker.NO_VALUE) {
            throw InvalidValueException.expected(name, value);
        }
        return read;
    }

    @Override
    public Object stored(Object value) {
        return writer == null ? StoredForm.of(value) : writer.apply(value);
    }

    @Override
    public void write(Object value, StoredWriter out) {
        out.value(writer == null ? value : writer.apply(value));
    }

    @Override
    public @Nullable Object missing() {
        return generator == null ? null : generator.get();
    }
}
