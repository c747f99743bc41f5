package dev.grapnel.mongo.annotated;

import dev.grapnel.mongo.annotation.DocumentField;
import dev.grapnel.mongo.annotation.DocumentIndex;
import dev.grapnel.mongo.annotation.ExtendedBy;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What documents of several classes have.
 *
 * @param <K> the type of their ids
 * @param <N> the type of their notes
 */
@MappedSuperclass
@DocumentIndex(fields = "on", expireAfterSeconds = 60)
@ExtendedBy(Extension.class)
public abstract class Dated<K, N> {
    @Id
    public @Nullable K id;

    @DocumentField(name = "on", indexed = false)
    public @Nullable Instant created;

    public List<N> notes = new ArrayList<>();

    @Version
    public int version;

    @Transient
    public @Nullable Object ignored;
}
