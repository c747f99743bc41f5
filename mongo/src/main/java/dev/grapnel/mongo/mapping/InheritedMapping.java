package dev.grapnel.mongo.mapping;

import dev.grapnel.mongo.MapperExtensionFactory;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.command.DocumentWrites;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What is said with the mapping of a class, or if nothing is said there, with that of the nearest class above. */
final class InheritedMapping {
    private final DocumentMapping<?> own;
    private final @Nullable InheritedMapping above;

    InheritedMapping(DocumentMapping<?> own, @Nullable InheritedMapping above) {
        this.own = own;
        this.above = above;
    }

    private <V> @Nullable V nearest(Function<DocumentMapping<?>, @Nullable V> said) {
        V found = said.apply(own);
        return found == null && above != null ? above.nearest(said) : found;
    }

    String collection() {
        return Objects.requireNonNull(nearest(DocumentMapping::collection));
    }

    @Nullable OdmSession session() {
        return nearest(DocumentMapping::session);
    }

    /** A list replaces that of the class above (statement ODM-M4). */
    List<MapperExtensionFactory<?>> extensions() {
        List<MapperExtensionFactory<?>> said = nearest(DocumentMapping::extensions);
        return said == null ? List.of() : said;
    }

    Consumer<Document> beforeSave() {
        Consumer<Document> said = nearest(DocumentMapping::beforeSave);
        return said == null ? DocumentWrites.UNCHANGED : said;
    }

    @Nullable String version() {
        return nearest(DocumentMapping::version);
    }

    @Nullable String discriminator() {
        return nearest(DocumentMapping::discriminator);
    }

    /** Those of the class first, then those of the classes above, the nearest first. */
    List<IndexDeclaration> indexes() {
        List<IndexDeclaration> all = new ArrayList<>(own.indexes());
        if (above != null) {
            all.addAll(above.indexes());
        }
        return all;
    }
}
