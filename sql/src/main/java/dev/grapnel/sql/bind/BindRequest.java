package dev.grapnel.sql.bind;

import dev.grapnel.core.session.Session;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.mapping.TableMapper;
import org.jspecify.annotations.Nullable;

/**
 * What an engine is asked for: one statement, or the rows of one object in a flush.
 *
 * @param session that asks
 * @param mapper of the class that is read or written
 * @param state the object whose rows a flush writes, or null for a statement
 * @param token the identity token, as the name of a shard; or null
 * @param writes whether rows are written, by a flush or by a statement
 */
public record BindRequest(
        Session session,
        TableMapper mapper,
        @Nullable InstanceState state,
        @Nullable String token,
        boolean writes) {}
