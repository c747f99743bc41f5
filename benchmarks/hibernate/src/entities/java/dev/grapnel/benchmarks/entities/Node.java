package dev.grapnel.benchmarks.entities;

import dev.grapnel.benchmarks.workloads.contract.NodeWork;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A link of a chain, which knows the one before. */
@Entity
@Table(name = "node")
@SuppressWarnings("UnusedVariable") // what only the library reads
public class Node {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "node_seq")
    @SequenceGenerator(name = "node_seq", sequenceName = "node_seq", allocationSize = 50)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    private @Nullable Node parent;

    private String name;
    private int weight;

    /** For the library. */
    protected Node() {}

    /**
     * Makes a new one.
     *
     * @param parent the one before, {@code null} for the first of a chain
     */
    public Node(@Nullable Node parent) {
        this.parent = parent;
        name = NodeWork.NEW_NAME;
        weight = NodeWork.NEW_WEIGHT;
    }

    /**
     * The one before.
     *
     * @return {@code null} if it is the first of a chain
     */
    public @Nullable Node getParent() {
        return parent;
    }

    /**
     * Sets the weight.
     *
     * @param weight the weight
     */
    public void setWeight(int weight) {
        this.weight = weight;
    }
}
