package dev.grapnel.mongo.annotated;

import dev.grapnel.mongo.annotation.Related;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Says nothing but what it has to. */
@Entity
public class Company {
    @Id
    public @Nullable ObjectId id;

    @Related
    public @Nullable List<Contact> contacts;
}
