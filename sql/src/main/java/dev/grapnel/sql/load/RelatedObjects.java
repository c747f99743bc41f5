package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Related objects by the key of their owner, as a {@link RelatedSelect} brings them. */
final class RelatedObjects {
    private final OwnerPlaces owners;
    /** By the place of the owner; it is as long as there were rows. */
    private @Nullable Members[] members;

    /** Of owners without any. */
    RelatedObjects() {
        this(new OwnerPlaces(List.of(), false));
    }

    private RelatedObjects(OwnerPlaces owners) {
        this.owners = owners;
        this.members = new Members[owners.size()];
    }

    /**
     * Reads all rows.
     *
     * @param owners of the rows; what belongs to others is left out if they are all
     */
    static RelatedObjects read(RelatedSelect select, LoadRun run, RowCursor rows, OwnerPlaces owners) {
        RelatedObjects objects = new RelatedObjects(owners);
        EntityLoader<RowCursor> loader =
                EntityLoader.ofRelationship(run, select.shape().plan(), select.origin());
        loader.begin();
        KeyPlace[] key = new KeyPlace[select.ownerColumns().size()];
        Arrays.setAll(key, select::ownerPlace);
        while (rows.next()) {
            int place = objects.place(rows, key);
            Object object = place == OwnerPlaces.NONE ? null : loader.load(rows);
            if (object != null) {
                objects.at(place).add(object, loader.mayRepeat(), select.places(), rows);
            }
        }
        return objects;
    }

    /** Where the owner of a row stands. The object of the row has the key too, and is to have that of its owner and no copy. */
    private int place(RowCursor rows, KeyPlace... parts) {
        if (parts.length > 1) {
            return owners.ofRow(key(rows, parts));
        }
        int place = owners.ofRow(parts[0].read(rows, owners.latest()));
        Object key = owners.latest();
        if (place != OwnerPlaces.NONE && key != null && parts[0].isNumber()) {
            rows.known(parts[0].position(), key);
        }
        return place;
    }

    private static Object key(RowCursor rows, KeyPlace... parts) {
        List<@Nullable Object> key = new ArrayList<>(parts.length);
        for (KeyPlace part : parts) {
            key.add(rows.value(part.position()));
        }
        return key;
    }

    private Members at(int place) {
        if (place >= members.length) {
            members = Arrays.copyOf(members, Math.max(place + 1, 2 * members.length));
        }
        Members known = members[place];
        if (known == null) {
            known = new Members();
            members[place] = known;
        }
        return known;
    }

    /**
     * Gives an owner its objects.
     *
     * @param key of the owner: the value that is compared, or a list of them if there are several
     */
    void fill(AttributeTracker relationship, InstanceState owner, @Nullable Object key) {
        fill(relationship, owner, owners.search(key));
    }

    /**
     * Gives an owner its objects.
     *
     * @param place of the owner, or {@link OwnerPlaces#NONE}
     */
    void fill(AttributeTracker relationship, InstanceState owner, int place) {
        Members found = place == OwnerPlaces.NONE || place >= members.length ? null : members[place];
        if (relationship.isCollection()) {
            relationship.setCommitted(owner, found == null ? List.of() : found.list());
        } else {
            relationship.setCommitted(owner, found == null ? null : found.first());
        }
    }
}
