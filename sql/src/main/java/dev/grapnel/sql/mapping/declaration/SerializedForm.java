package dev.grapnel.sql.mapping.declaration;

import dev.grapnel.core.error.InvalidArgumentException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputFilter.Status;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Converter;

/**
 * Keeps values of a class in the form of Java serialisation.
 *
 * <p>Bytes of a database are not to be trusted: reading an object of any class that is around can run code that nobody meant. So only classes of some
 * packages are read: those of the declared class and its superclasses, and a few of Java. What could not be read is not written either.
 */
public final class SerializedForm {
    private static final Set<String> OF_JAVA = Set.of("java.lang", "java.math", "java.time", "java.util");

    /** More than this is no value but an attempt to exhaust the stack. */
    private static final int DEEPEST = 500;

    /** Tables of empty maps are larger than what is written of them. */
    private static final int ROOM = 64;

    private final Class<?> type;
    private final Set<String> packages;

    private SerializedForm(Class<?> type, Set<String> packages) {
        this.type = type;
        this.packages = packages;
    }

    /**
     * The conversion for a class.
     *
     * @param type serialisable class of the values
     * @param parts other classes whose packages are admitted, as those of type arguments
     * @return between values and bytes
     */
    public static Conversion of(Class<?> type, Set<Class<?>> parts) {
        Set<String> packages = new TreeSet<>(OF_JAVA);
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            packages.add(at.getPackageName());
        }
        parts.forEach(part -> packages.add(part.getPackageName()));
        return new SerializedForm(type, packages).conversion();
    }

    @SuppressWarnings("unchecked") // values of the type
    private Conversion conversion() {
        return new Conversion(
                type, byte[].class, Converter.ofNullable(byte[].class, (Class<Object>) type, this::read, this::write));
    }

    private boolean admits(Class<?> found) {
        Class<?> part = found;
        while (part.isArray()) {
            part = part.getComponentType();
        }
        return part.isPrimitive() || packages.contains(part.getPackageName());
    }

    private String advice() {
        return " Only classes of the packages " + packages
                + " are. Move the class to one of them, or keep the value as text or JSON with a converter (@Convert).";
    }

    // ---- writing ----

    private byte[] write(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new CheckedOutput(bytes)) {
            out.writeObject(value);
        } catch (IOException failed) {
            throw new InvalidArgumentException(
                    "Cannot write a value of " + type.getName() + " in the form of Java serialisation: " + failed
                            + ". Let all that it holds be serialisable, or mark it transient.",
                    failed);
        }
        return bytes.toByteArray();
    }

    private final class CheckedOutput extends ObjectOutputStream {
        CheckedOutput(OutputStream out) throws IOException {
            super(out);
        }

        @Override
        protected void annotateClass(Class<?> written) {
            if (!admits(written)) {
                throw new InvalidArgumentException("Cannot write a value of " + type.getName()
                        + " in the form of Java serialisation: it holds an object of " + written.getName()
                        + ", which would not be read back." + advice());
            }
        }

        @Override
        protected void annotateProxyClass(Class<?> written) {
            throw new InvalidArgumentException("Cannot write a value of " + type.getName()
                    + " in the form of Java serialisation: it holds a proxy, which would not be read back." + advice());
        }
    }

    // ---- reading ----

    @SuppressWarnings("BanSerializableRead") // only classes of known packages, and nothing larger than what is stored
    private Object read(byte[] stored) {
        try (ObjectInputStream in = new LoadingInput(stored)) {
            in.setObjectInputFilter(info -> check(info, stored.length));
            return type.cast(in.readObject());
        } catch (InvalidClassException refused) {
            throw unreadable(
                    "a class in it is not admitted, or was changed (" + refused.getMessage() + ")." + advice(),
                    refused);
        } catch (IOException | ClassNotFoundException | ClassCastException failed) {
            throw unreadable(failed + ". Correct the row, or keep the value with a converter (@Convert).", failed);
        }
    }

    private InvalidArgumentException unreadable(String why, Exception cause) {
        return new InvalidArgumentException(
                "Cannot read a value of " + type.getName() + " in the form of Java serialisation: " + why, cause);
    }

    private Status check(ObjectInputFilter.FilterInfo info, int size) {
        Class<?> found = info.serialClass();
        if (info.depth() > DEEPEST || info.arrayLength() > size + ROOM || (found != null && !admits(found))) {
            return Status.REJECTED;
        }
        return found == null ? Status.UNDECIDED : Status.ALLOWED;
    }

    /** Finds classes where the declared class is. */
    private final class LoadingInput extends ObjectInputStream {
        LoadingInput(byte[] stored) throws IOException {
            super(new ByteArrayInputStream(stored));
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(described.getName(), false, type.getClassLoader());
            } catch (ClassNotFoundException notThere) {
                return super.resolveClass(described);
            }
        }
    }
}
