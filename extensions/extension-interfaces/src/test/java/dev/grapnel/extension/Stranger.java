package dev.grapnel.extension;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A class of another registry. */
@Entity
class Stranger {
    @Id
    Integer id;
}
