package dev.grapnel.mongo.annotated;

import dev.grapnel.mongo.annotation.DocumentIndex;
import dev.grapnel.mongo.annotation.StoredIn;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

/** Has most of its fields from a mapped superclass. */
@Entity
@StoredIn("tickets")
@DocumentIndex(
        fields = {"seat", "-row"},
        name = "place",
        unique = true)
public class Ticket extends Dated<Integer, Long> {
    public @Nullable String seat;
    public int row;
}
