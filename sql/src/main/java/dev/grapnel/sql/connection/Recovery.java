package dev.grapnel.sql.connection;

import java.util.List;

/**
 * What became of transactions that were left prepared.
 *
 * @param committed the names of those that were committed
 * @param rolledBack the names of those that were rolled back
 */
public record Recovery(List<String> committed, List<String> rolledBack) {}
