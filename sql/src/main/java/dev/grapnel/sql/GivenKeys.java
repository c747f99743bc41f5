package dev.grapnel.sql;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes identity keys of a class from what the program gives, and refuses what cannot be one. Kept with the mapper. */
final class GivenKeys {
    private static final String INCOMPLETE = "Give one value for each, none of them null.";

    private final TableMapper mapper;
    private final Class<?>[] types;

    private GivenKeys(Mapper mapper) {
        this.mapper = (TableMapper) mapper;
        this.types = mapper.keyAttributes().stream()
                .map(part -> this.mapper.column(part.name()).column().dataType().getType())
                .toArray(Class<?>[]::new);
    }

    /** For the class of a mapper. */
    static GivenKeys of(TableMapper mapper) {
        return mapper.attachment(GivenKeys.class, GivenKeys::new);
    }

    /**
     * The key.
     *
     * @param given one value for each part, or one that is the whole key
     * @return the key, without a token
     * @throws InvalidArgumentException if the number of values is wrong, or one is null or of another type
     */
    IdentityKey key(Object... given) {
        if (given == null) {
            throw refusal(null, INCOMPLETE);
        }
        @Nullable Object[] parts = mapper.keyParts(given);
        IdentityKey key = parts.length == types.length ? mapper.identityKey(parts, null) : null;
        if (key == null) {
            throw refusal(parts, INCOMPLETE);
        }
        for (int at = 0; at < types.length; at++) {
            if (!types[at].isInstance(parts[at])) {
                throw refusal(
                        parts,
                        "Give a value of " + types[at].getSimpleName() + " instead of the "
                                + parts[at].getClass().getSimpleName() + '.');
            }
        }
        return key;
    }

    private InvalidArgumentException refusal(@Nullable Object @Nullable [] given, String advice) {
        List<String> parts =
                mapper.keyAttributes().stream().map(AttributeTracker::name).toList();
        return new InvalidArgumentException("Cannot find a " + mapper.type().getSimpleName() + " by "
                + Arrays.toString(given) + ": its primary key has the parts " + parts + ". " + advice);
    }
}
