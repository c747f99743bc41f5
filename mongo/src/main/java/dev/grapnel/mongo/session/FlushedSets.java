package dev.grapnel.mongo.session;

import dev.grapnel.mongo.ObjectStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a flush has written, by what each object was before: listeners to {@code after_flush} see the sets as a relational session shows them. */
final class FlushedSets {
    private final Map<ObjectStatus, List<Object>> objects = new EnumMap<>(ObjectStatus.class);

    void note(Object object, ObjectStatus before) {
        objects.computeIfAbsent(before, status -> new ArrayList<>()).add(object);
    }

    /**
     * Those of a status, in front of others.
     *
     * @param told what a flush has written; null: nothing is being told
     * @param before the status
     * @param now the objects that have it now
     * @return a list of its own, or that of now
     */
    static Collection<Object> with(@Nullable FlushedSets told, ObjectStatus before, List<Object> now) {
        List<Object> written = told == null ? null : told.objects.get(before);
        if (written == null) {
            return now;
        }
        List<Object> all = new ArrayList<>(written);
        all.addAll(now);
        return all;
    }
}
