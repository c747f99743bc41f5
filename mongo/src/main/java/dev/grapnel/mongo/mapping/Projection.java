package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.mongo.FindOptions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is read of a document if a query asks for some fields only. */
public final class Projection {
    private final DocumentMapper mapper;
    private final FindOptions options;

    private Projection(DocumentMapper mapper, FindOptions options) {
        this.mapper = mapper;
        this.options = options;
    }

    /**
     * The fields that the store has to give: those that the program asks for, and what tells of which class a document is and whether somebody
     * else has written it.
     *
     * @param mapper of the class that is queried
     * @param options of the query
     * @return the fields by stored name; null: all
     * @throws InvalidArgumentException if one is no field of the class, or of a class below it
     */
    public static @Nullable List<String> of(DocumentMapper mapper, FindOptions options) {
        List<String> asked = options.projected();
        return asked == null ? null : new Projection(mapper, options).completed(asked);
    }

    private List<String> completed(List<String> asked) {
        asked.forEach(this::requireField);
        Set<String> read = new LinkedHashSet<>(asked);
        addField(mapper.inherited().discriminator(), read);
        addField(mapper.inherited().version(), read);
        return List.copyOf(read);
    }

    private void addField(@Nullable String attribute, Set<String> read) {
        if (attribute != null) {
            read.add(mapper.table().byAttribute(attribute).storedName());
        }
    }

    /** A part of a field would be written back as the whole. */
    private void requireField(String name) {
        boolean extra = (options.extraAllowed() && !options.extraStripped()) || !options.validated();
        boolean within = name.contains(".") || name.startsWith("$");
        if (within || (!extra && !isMapped(name))) {
            throw new InvalidArgumentException("Cannot query " + mapper.type().getName() + " with the projection '"
                    + name + "': " + (within ? "it names a part of a field" : "there is no such field")
                    + ". Name whole fields as they are stored: "
                    + mapper.table().storedNames() + ".");
        }
    }

    private boolean isMapped(String name) {
        return mapper.registry().mappers().stream()
                .anyMatch(each -> each instanceof DocumentMapper document
                        && document.isA(mapper)
                        && document.table().byStoredName(name) != null);
    }
}
