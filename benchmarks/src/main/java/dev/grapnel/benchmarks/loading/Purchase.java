package dev.grapnel.benchmarks.loading;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** The middle of a graph. */
@Entity
@Table(name = "purchase")
class Purchase {
    @Id
    int id;

    @ManyToOne(fetch = FetchType.LAZY)
    Customer customer;

    @OneToMany(mappedBy = "purchase", cascade = CascadeType.ALL)
    List<Line> lines = new ArrayList<>();

    String number;

    Purchase(int id, Customer customer, String number) {
        this.id = id;
        this.customer = customer;
        this.number = number;
    }
}
