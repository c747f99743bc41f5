package dev.grapnel.examples.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A boat, in a table that somebody else makes. */
@Entity
@Table(name = "boat", indexes = @Index(name = "boat_harbour", columnList = "harbour"))
public class Boat {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    @Column(nullable = false, unique = true, length = 60)
    String name;

    @Column(length = 40)
    @Nullable String harbour;

    Boat(String name, String harbour) {
        this.name = name;
        this.harbour = harbour;
    }
}
