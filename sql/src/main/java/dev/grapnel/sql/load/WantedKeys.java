package dev.grapnel.sql.load;

import java.util.List;
import org.jooq.Param;
import org.jspecify.annotations.Nullable;

/** Which keys the rows of one statement may have. */
interface WantedKeys {
    /** Equal for equal texts. */
    int places();

    /** With placeholders for {@link #parameters}. */
    KeyFilter withPlaceholders();

    /** The keys as parameters with values, for {@link #filter}. */
    List<Param<Object>> values();

    /** With the parameters of {@link #values} in it. */
    KeyFilter filter(List<Param<Object>> values);

    /** The values of the placeholders. */
    @Nullable Object[] parameters();
}
