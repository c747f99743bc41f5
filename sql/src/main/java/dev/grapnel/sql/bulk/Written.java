package dev.grapnel.sql.bulk;

import dev.grapnel.core.state.IdentityKey;
import java.util.List;

/**
 * What a statement did.
 *
 * @param count how many rows it wrote
 * @param keys of the rows, if the statement was asked for them
 */
record Written(int count, List<IdentityKey> keys) {}
