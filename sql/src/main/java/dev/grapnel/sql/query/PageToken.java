package dev.grapnel.sql.query;

import dev.grapnel.core.error.InvalidArgumentException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, as a text that can be part of an address: which order it is of, and the values of that order in the last row.
 *
 * @param order which the values are of
 * @param values as text
 */
record PageToken(String order, List<@Nullable String> values) {
    private static final int VERSION = 2;

    String encoded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(order.hashCode());
            out.writeByte(values.size());
            for (@Nullable String value : values) {
                out.writeBoolean(value != null);
                if (value != null) {
                    out.writeUTF(value);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * Reads a token.
     *
     * @param text of it
     * @param order that it has to be of
     * @return the token
     * @throws InvalidArgumentException if it is none, or of another order
     */
    static PageToken decoded(String text, String order) {
        List<@Nullable String> values = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
            if (in.readByte() != VERSION) {
                throw wrong(text, "it is of another version", null);
            }
            if (in.readInt() != order.hashCode()) {
                throw wrong(text, "it is of a query with another order than " + order, null);
            }
            int count = in.readByte();
            for (int at = 0; at < count; at++) {
                values.add(in.readBoolean() ? in.readUTF() : null);
            }
        } catch (IOException | IllegalArgumentException failure) {
            throw wrong(text, "it is no token of a page", failure);
        }
        return new PageToken(order, values);
    }

    static InvalidArgumentException wrong(String text, String why, @Nullable Exception cause) {
        InvalidArgumentException wrong = new InvalidArgumentException("Cannot go on after page token '" + text + "': "
                + why + ". Give what Page.next() gave, to the same query in the same order.");
        if (cause != null) {
            wrong.initCause(cause);
        }
        return wrong;
    }
}
