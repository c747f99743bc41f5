package dev.grapnel.mongo.annotated;

import dev.grapnel.mongo.MapperExtension;
import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.annotation.DocumentField;
import dev.grapnel.mongo.annotation.ExtendedBy;
import dev.grapnel.mongo.annotation.ForeignId;
import dev.grapnel.mongo.annotation.Related;
import dev.grapnel.mongo.annotation.StoredIn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Has fields of many types. */
@Entity
@StoredIn("contacts")
@ExtendedBy(Contact.Stamp.class)
public class Contact {
    /** How somebody is known. */
    public enum Kind {
        /** From work. */
        WORK,
        /** From elsewhere. */
        OTHER
    }

    /** Notes when an object was inserted. */
    public static final class Stamp implements MapperExtension<Contact> {
        @Override
        public void beforeInsert(Contact object, ObjectState<Contact> state, OdmSession session) {
            object.created = Instant.parse("2020-01-02T03:04:05Z");
        }
    }

    @Id
    public @Nullable ObjectId id;

    @DocumentField(name = "n", required = true, unique = true)
    public @Nullable String name;

    public Kind kind = Kind.OTHER;
    public List<String> phones = new ArrayList<>();
    public Map<String, Integer> counts = new LinkedHashMap<>();
    public @Nullable Instant created;
    public int calls;

    @ForeignId(Company.class)
    public @Nullable ObjectId companyId;

    @Related
    public @Nullable Company company;

    @Version
    public int version;

    @Transient
    public int notStored;
}
