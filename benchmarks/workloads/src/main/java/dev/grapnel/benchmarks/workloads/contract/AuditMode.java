package dev.grapnel.benchmarks.workloads.contract;

import java.time.LocalDateTime;

/** Who sets {@code changed_by} and {@code changed_at} of an audited product; both are the same values in both modes. */
public enum AuditMode {
    /** The program that makes and changes the objects; no hook is there. */
    BY_HAND,
    /** A hook before each insert and update; a hook after each only counts. */
    BY_HOOKS;

    /** What is set as {@code changed_by}. */
    public static final String BY = "auditor";

    /** What is set as {@code changed_at}. */
    public static final LocalDateTime AT = LocalDateTime.of(2026, 1, 2, 3, 4, 5);
}
