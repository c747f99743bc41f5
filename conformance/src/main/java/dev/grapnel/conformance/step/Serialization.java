package dev.grapnel.conformance.step;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Writes objects by Java serialisation and reads them back. */
final class Serialization {
    private Serialization() {}

    static List<?> copyOf(List<Object> objects) {
        return read(written(objects));
    }

    private static byte[] written(List<Object> objects) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ArrayList<>(objects));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot serialise " + objects + ": " + e, e);
        }
        return bytes.toByteArray();
    }

    private static List<?> read(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (List<?>) in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read serialised objects back: " + e, e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("A class that was just serialised is gone.", e);
        }
    }
}
