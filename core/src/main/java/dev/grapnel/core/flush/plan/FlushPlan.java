package dev.grapnel.core.flush.plan;

import java.util.List;

/**
 * What a flush does, in order.
 *
 * @param layers actions that do not depend on each other stand in one layer, in the order in which they run
 */
public record FlushPlan(List<List<Action>> layers) {}
