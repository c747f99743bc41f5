package dev.grapnel.mongo.session;

import dev.grapnel.core.error.ValidationException;
import dev.grapnel.mongo.mapping.DocumentState;
import java.util.Collection;
import org.bson.BSONException;
import org.bson.BsonBinaryWriter;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Says which object it was of which no document could be made that a server takes. What the driver says then names a class of Java or a number of bytes. What
 * the server refuses stays as it is (statement ODM-E1).
 */
final class Unwritable {
    private static final int LARGEST = 16 * 1024 * 1024;

    private final CodecRegistry codecs;

    Unwritable(SessionParts parts) {
        this.codecs = parts.layer().database().getCodecRegistry();
    }

    /**
     * What to throw for a write that failed.
     *
     * @param objects one of which may be the reason
     * @param failure what the driver threw
     * @return an exception that names the first object that cannot be written; the same one if all can
     */
    RuntimeException explained(Collection<DocumentState<?>> objects, RuntimeException failure) {
        for (DocumentState<?> state : objects) {
            String problem = problemOf(state);
            if (problem != null) {
                return new ValidationException(
                        "Cannot write " + state.mapper().ids().named(state.instanceState()) + ": " + problem
                                + ". Correct it and flush again.",
                        failure);
            }
        }
        return failure;
    }

    private static String withoutEnd(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private @Nullable String problemOf(DocumentState<?> state) {
        try (BasicOutputBuffer buffer = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            state.encode(writer, codecs, EncoderContext.builder().build());
            int size = buffer.getSize();
            return size <= LARGEST ? null : "its document has " + size + " bytes, and a server takes " + LARGEST;
        } catch (BSONException | CodecConfigurationException | ArithmeticException | IllegalArgumentException cause) {
            return state.mapper().form().unwritableField(state.instanceState(), codecs)
                    + " holds a value that cannot be stored: " + withoutEnd(String.valueOf(cause.getMessage()));
        }
    }
}
