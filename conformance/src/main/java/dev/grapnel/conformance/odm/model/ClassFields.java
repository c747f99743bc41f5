package dev.grapnel.conformance.odm.model;

import dev.grapnel.conformance.odm.format.ClassDeclaration;
import dev.grapnel.conformance.odm.format.FieldDeclaration;
import dev.grapnel.conformance.odm.format.FieldDeclaration.Options;
import dev.grapnel.conformance.odm.format.IndexDeclaration;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.mapping.FieldOption;
import dev.grapnel.mongo.mapping.Via;
import dev.grapnel.mongo.schema.DocumentSchema;
import java.util.ArrayList;
import java.util.List;

/** Says fields and indexes of a class in the words of the library. */
final class ClassFields {
    private final Model model;
    private final Schemas schemas;

    ClassFields(Model model, Schemas schemas) {
        this.model = model;
        this.schemas = schemas;
    }

    void addTo(DocumentMapping<?> mapping, ClassDeclaration declared) {
        declared.fields().forEach(field -> add(mapping, field));
        declared.indexes().forEach(index -> mapping.index(of(index)));
    }

    /** The schema of an older version, which has stored fields only. */
    DocumentSchema schemaOf(List<FieldDeclaration> fields) {
        DocumentSchema schema = DocumentSchema.of();
        for (FieldDeclaration field : fields) {
            if (field instanceof FieldDeclaration.Stored stored) {
                schema = schema.field(stored.name(), schemas.of(stored.type(), stored.options()));
            }
        }
        return schema;
    }

    private void add(DocumentMapping<?> mapping, FieldDeclaration field) {
        if (field instanceof FieldDeclaration.Stored stored) {
            mapping.field(
                    stored.name(),
                    schemas.of(stored.type(), stored.options()),
                    options(stored.options()).toArray(FieldOption[]::new));
        } else if (field instanceof FieldDeclaration.Foreign foreign) {
            addForeign(mapping, foreign);
        } else {
            FieldDeclaration.Relation relation = (FieldDeclaration.Relation) field;
            mapping.relation(relation.name(), model.type(relation.type()), via(relation));
        }
    }

    private void addForeign(DocumentMapping<?> mapping, FieldDeclaration.Foreign foreign) {
        List<FieldOption> options = options(foreign.options());
        if (foreign.allowNone()) {
            options.add(FieldOption.ALLOW_NULL);
        }
        FieldOption[] all = options.toArray(FieldOption[]::new);
        if (foreign.list()) {
            mapping.foreignIds(foreign.name(), model.type(foreign.type()), all);
        } else {
            mapping.foreignId(foreign.name(), model.type(foreign.type()), all);
        }
    }

    private static Via via(FieldDeclaration.Relation relation) {
        Via via = Via.any();
        String field = relation.via();
        if (field != null) {
            Boolean own = relation.ownSide();
            via = own == null ? Via.field(field) : own ? Via.own(field) : Via.other(field);
        }
        return relation.fetch() ? via : via.unfetched();
    }

    private static List<FieldOption> options(Options declared) {
        List<FieldOption> options = new ArrayList<>();
        if (declared.index()) {
            options.add(FieldOption.INDEXED);
        }
        if (declared.unique()) {
            options.add(FieldOption.UNIQUE);
        }
        if (declared.sparse()) {
            options.add(FieldOption.SPARSE);
        }
        if (declared.missingNone()) {
            options.add(FieldOption.MISSING_IS_NULL);
        }
        return options;
    }

    private static dev.grapnel.mongo.mapping.IndexDeclaration of(IndexDeclaration declared) {
        String[] fields = declared.keys().stream().map(ClassFields::directed).toArray(String[]::new);
        dev.grapnel.mongo.mapping.IndexDeclaration index = dev.grapnel.mongo.mapping.IndexDeclaration.on(fields);
        if (declared.unique()) {
            index = index.asUnique();
        }
        if (declared.sparse()) {
            index = index.asSparse();
        }
        return declared.name() == null ? index : index.named(declared.name());
    }

    private static String directed(IndexDeclaration.Key key) {
        return key.ascending() ? key.field() : '-' + key.field();
    }
}
