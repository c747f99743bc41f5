package dev.grapnel.core.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How rows of one statement become objects of one mapper. Made once for each shape of statement.
 *
 * @param <R> the row
 */
public interface EntityPlan<R> {
    /** The mapper of the objects. */
    Mapper mapper();

    /** The plan for the class that a row's discriminator names: this one, or that of a subclass (rule G-22). */
    EntityPlan<R> forRow(R row);

    /**
     * The identity key in a row.
     *
     * @param row the row
     * @param token of the key, or null
     * @return the key, or null if a part of it is null (rule I-17)
     */
    @Nullable IdentityKey key(R row, @Nullable String token);

    /** Whether the keys of its rows have one part, and name the root class that states of its objects have for granted. */
    boolean hasPlainKey();

    /**
     * The only part of the key in a row, if keys are {@linkplain #hasPlainKey() plain}.
     *
     * @param row the row
     * @param previous what the row before had, or null
     * @return the value, that of the row before itself if both are equal; or null if there is none (rule I-17)
     */
    @Nullable Object keyValue(R row, @Nullable Object previous);

    /** Reads all values of a row into an object. */
    void read(R row, InstanceState state);

    /** Reads the values of some attributes. */
    void read(R row, InstanceState state, Set<String> only);

    /** Reads the values of attributes that have none. */
    void readAbsent(R row, InstanceState state);

    /** Attributes that the row does not have and that are loaded on first read, as those of a subclass's own table (rule G-11). */
    List<AttributeTracker> expiring();

    /** Readers of the relationships that rows fill; made for one result. */
    List<EagerReader<R>> readers(LoadRun run);

    /** Loaders of the relationships that are filled when the result has been read. */
    List<PostLoad> postLoads(LoadRun run);

    /** What the statement says about later loads of its objects (rule G-13), or null. */
    @Nullable Object origin();

    /** Relationships that go back to their loader when an object is read anew. */
    List<AttributeTracker> resetting();

    // ---- hooks of the application ----

    /** Whether the application has hooks in the rows of the class or of a subclass; asked once for each result. */
    default boolean isHooked() {
        return false;
    }

    /**
     * The hooks in the rows of this very class, or null if there are none.
     *
     * @param run the result
     */
    default @Nullable RowHooks<R> hooks(LoadRun run) {
        return null;
    }

    /**
     * The plan by which such rows fill an object that a hook has made of another class.
     *
     * @param other the mapper of the object
     */
    default EntityPlan<R> forObjectsOf(Mapper other) {
        return this;
    }
}
