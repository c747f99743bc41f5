package dev.grapnel.benchmarks.grapnel;

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

/** A node of a tree, which knows the one above. */
@Entity
@Table(name = "node")
class Node {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "node_seq")
    @SequenceGenerator(name = "node_seq", allocationSize = 50)
    long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    @Nullable Node parent;

    String name;
    int weight;

    Node(@Nullable Node parent, String name, int weight) {
        this.parent = parent;
        this.name = name;
        this.weight = weight;
    }
}
