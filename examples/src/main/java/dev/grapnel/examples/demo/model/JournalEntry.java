package dev.grapnel.examples.demo.model;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** How much one flush had to write. A listener adds one to every flush, so it is written with what it counts, or not at all. */
@Entity
@Table(name = "journal")
public class JournalEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private int added;

    private int changed;

    private int removed;

    public JournalEntry(int added, int changed, int removed) {
        this.added = added;
        this.changed = changed;
        this.removed = removed;
    }

    public @Nullable Long id() {
        return id;
    }

    public int added() {
        return added;
    }

    public int changed() {
        return changed;
    }

    public int removed() {
        return removed;
    }

    @Override
    public String toString() {
        return "JournalEntry";
    }
}
