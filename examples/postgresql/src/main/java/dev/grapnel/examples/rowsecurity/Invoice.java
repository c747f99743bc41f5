package dev.grapnel.examples.rowsecurity;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An invoice of some tenant. */
@Entity
@Table(name = "invoice")
public class Invoice {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Integer id;

    @Nullable String tenant;

    String customer;

    int euros;

    Invoice(String customer, int euros) {
        this.customer = customer;
        this.euros = euros;
    }
}
