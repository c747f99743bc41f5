package dev.grapnel.examples.versions;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A page that many people write. */
@Entity
public class Page {
    @Id
    String title;

    String text;

    Page(String title, String text) {
        this.title = title;
        this.text = text;
    }
}
