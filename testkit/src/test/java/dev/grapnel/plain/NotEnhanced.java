package dev.grapnel.plain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity in a package that nobody enhances. */
@Entity
public class NotEnhanced {
    @Id
    int id;
}
