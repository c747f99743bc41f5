package dev.grapnel.testkit.stores;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** Mapped onto a table in one test and onto a collection in another. */
@Entity
class Note {
    @Id
    int id;

    @Nullable String text;

    int revision;

    Note() {}

    Note(int id, String text) {
        this.id = id;
        this.text = text;
    }
}
