package dev.grapnel.benchmarks.workloads.contract;

import java.time.LocalDate;
import java.util.List;

/**
 * The values of a graph, without keys.
 *
 * @param name up to 60 characters
 * @param city up to 60 characters
 * @param purchases the middle of the graph
 */
public record CustomerRow(String name, String city, List<PurchaseRow> purchases) {
    /**
     * The middle.
     *
     * @param label up to 60 characters
     * @param placed a day
     * @param lines the leaves
     */
    public record PurchaseRow(String label, LocalDate placed, List<LineRow> lines) {}

    /**
     * A leaf.
     *
     * @param article up to 60 characters
     * @param amount pieces
     */
    public record LineRow(String article, int amount) {}
}
