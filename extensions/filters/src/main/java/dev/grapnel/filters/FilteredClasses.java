package dev.grapnel.filters;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Property;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.attribute.ColumnAttribute;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The classes that have an attribute by which their rows are filtered, and those whose statements can meet them. Thread-safe. */
final class FilteredClasses {
    private final Class<?> type;
    private final String attribute;
    private final Map<Mapper, Boolean> meeting = new ConcurrentHashMap<>();

    FilteredClasses(ColumnAttribute<?, ?> attribute) {
        this.type = attribute.ownerType();
        this.attribute = attribute.attributeName();
    }

    Class<?> type() {
        return type;
    }

    String attribute() {
        return attribute;
    }

    /** The mappers of the classes; fails if there is none, or rows could come past the filter by way of a superclass. */
    List<Mapper> requireIn(SessionFactory sessions) {
        sessions.registry().configure();
        List<Mapper> mappers =
                sessions.registry().mappers().stream().filter(this::includes).toList();
        if (mappers.isEmpty()) {
            throw refusal("no class of the registry is a " + type.getSimpleName()
                    + ". Map such a class, or name an attribute of a class that is mapped.");
        }
        mappers.forEach(this::require);
        return mappers;
    }

    private void require(Mapper mapper) {
        if (mapper.property(attribute) == null) {
            List<String> known =
                    mapper.properties().stream().map(Property::name).sorted().toList();
            throw refusal(mapper.type().getSimpleName() + " has no such attribute, only " + known
                    + ". Generate the typed names anew.");
        }
        Mapper parent = mapper.parent();
        if (parent != null && !includes(parent)) {
            throw refusal("objects of " + mapper.type().getSimpleName() + " also come by queries for its superclass "
                    + parent.type().getSimpleName() + ", which has no such attribute. Declare it in "
                    + mapper.base().type().getSimpleName() + '.');
        }
    }

    private InvalidArgumentException refusal(String why) {
        return new InvalidArgumentException(
                "Cannot filter rows by " + type.getSimpleName() + '.' + attribute + ": " + why);
    }

    boolean includes(Mapper mapper) {
        return type.isAssignableFrom(mapper.type());
    }

    /** Whether a statement for a class can bring rows of a filtered class, be it by joins along relationships. */
    boolean isMetBy(Mapper mapper) {
        Boolean known = meeting.get(mapper);
        if (known == null) {
            known = reaches(mapper, new HashSet<>());
            meeting.put(mapper, known);
        }
        return known;
    }

    private boolean reaches(Mapper mapper, Set<Mapper> visited) {
        if (!visited.add(mapper)) {
            return false;
        }
        for (Mapper one : mapper.selfAndDescendants()) {
            if (includes(one)) {
                return true;
            }
            for (Relationship relationship : one.relationships()) {
                if (reaches(relationship.target(), visited)) {
                    return true;
                }
            }
        }
        return false;
    }
}
