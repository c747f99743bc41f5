package dev.grapnel.examples.documents;

import dev.grapnel.examples.documents.hooks.SlugOfName;
import dev.grapnel.examples.documents.model.Country;
import dev.grapnel.examples.documents.model.Currency;
import dev.grapnel.examples.documents.model.Language;
import dev.grapnel.examples.documents.model.Script;
import dev.grapnel.examples.documents.model.Zone;
import dev.grapnel.mongo.MapperExtensionFactory;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.mapping.DocumentRegistry;
import dev.grapnel.mongo.schema.FieldSchema;
import dev.grapnel.mongo.schema.Schema;

/** Which class is in which collection, and what its fields hold. */
final class WorldMapping {
    private WorldMapping() {}

    /** Maps all classes. */
    static DocumentRegistry create() {
        DocumentRegistry registry = DocumentRegistry.create();
        registry.map(DocumentMapping.of(Currency.class)
                .collection("currencies")
                .field("code", "_id", Schema.string())
                .field("name", Schema.string().required())
                .field("digits", Schema.integer())
                .relation("users", Country.class));
        registry.map(DocumentMapping.of(Language.class)
                .collection("languages")
                .field("code", "_id", Schema.string())
                .field("name", Schema.string().required()));
        registry.map(countries());
        registry.map(DocumentMapping.of(Zone.class)
                .collection("zones")
                .field("id", "_id", Schema.string())
                .field("region", Schema.string())
                .field("transitions", Schema.array(transition()))
                .index("region"));
        registry.map(DocumentMapping.of(Script.class)
                .collection("scripts")
                .field("name", "_id", Schema.string())
                .field("letters", Schema.array(Schema.string())));
        return registry;
    }

    private static DocumentMapping<Country> countries() {
        MapperExtensionFactory<Country> slugs = mapper -> new SlugOfName();
        return DocumentMapping.of(Country.class)
                .collection("countries")
                .field("code", "_id", Schema.string())
                .field("name", Schema.string().required())
                .field("slug", Schema.string())
                .foreignId("currencyCode", Currency.class)
                .relation("currency", Currency.class)
                .foreignIds("languageCodes", Language.class)
                .field("version", Schema.integer())
                .versionedBy("version")
                .extensions(slugs);
    }

    private static FieldSchema transition() {
        return Schema.document()
                .field("moment", Schema.dateTime().required())
                .field("before", Schema.integer())
                .field("after", Schema.integer())
                .asField();
    }
}
