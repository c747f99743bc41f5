package dev.grapnel.sql.load;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Of which subclasses a statement brings the columns too (rule G-23).
 *
 * @param afterwards by one more statement for each
 * @param joined in the statement itself
 */
public record SubclassOptions(Set<Class<?>> afterwards, Set<Class<?>> joined) {
    /** Of none. */
    public static final SubclassOptions NONE = new SubclassOptions(Set.of(), Set.of());

    boolean isNone() {
        return afterwards.isEmpty() && joined.isEmpty();
    }

    SubclassOptions bringAfterwards(Class<?>... wanted) {
        return new SubclassOptions(grown(afterwards, wanted), joined);
    }

    SubclassOptions join(Class<?>... wanted) {
        return new SubclassOptions(afterwards, grown(joined, wanted));
    }

    private static Set<Class<?>> grown(Set<Class<?>> known, Class<?>... more) {
        Set<Class<?>> all = new LinkedHashSet<>(known);
        all.addAll(List.of(more));
        return all;
    }

    /**
     * The subclasses to be joined, each behind its superclass. Others of the hierarchy are left out: what a query says sticks to its objects,
     * which are of one class each.
     *
     * @param mapper of the class that is selected
     * @return mappers of subclasses
     */
    List<TableMapper> joinedTo(TableMapper mapper) {
        Set<TableMapper> found = new LinkedHashSet<>();
        for (Class<?> type : joined) {
            Mapper wanted = find(mapper, type);
            List<TableMapper> path = new ArrayList<>();
            for (Mapper at = wanted; wanted.isA(mapper) && at != mapper; at = Objects.requireNonNull(at.parent())) {
                path.add(0, (TableMapper) at);
            }
            found.addAll(path);
        }
        return List.copyOf(found);
    }

    private static Mapper find(TableMapper mapper, Class<?> type) {
        return mapper.base().selfAndDescendants().stream()
                .filter(known -> known.type() == type)
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException("Cannot join " + type.getName() + " to a query for "
                        + mapper.type().getName() + ": it is no mapped subclass of it. Name subclasses only."));
    }
}
