package dev.grapnel.benchmarks.loading;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A leaf of a graph. */
@Entity
@Table(name = "line")
class Line {
    @Id
    int id;

    @ManyToOne(fetch = FetchType.LAZY)
    Purchase purchase;

    String text;
    int amount;

    Line(int id, Purchase purchase, String text, int amount) {
        this.id = id;
        this.purchase = purchase;
        this.text = text;
        this.amount = amount;
    }
}
