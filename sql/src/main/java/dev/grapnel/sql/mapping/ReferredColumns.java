package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.ClosestName;
import dev.grapnel.sql.mapping.declaration.EntityDeclaration;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration.ForeignKeyColumn;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import java.util.ArrayList;
import java.util.List;

/** The columns that a foreign key refers to: those of the primary key, unless it names others. */
final class ReferredColumns {
    private final Declarations declarations;
    private final EntityDeclaration target;
    private final String described;

    private ReferredColumns(Declarations declarations, EntityDeclaration target, String described) {
        this.declarations = declarations;
        this.target = target;
        this.described = described;
    }

    /**
     * Finds the columns.
     *
     * @param declarations of all classes
     * @param target the class that is referred to
     * @param said what is written about the foreign key; may be empty
     * @param described the relationship or collection, for messages
     * @return one for each column of the foreign key, in order
     */
    static List<KeyPart> of(
            Declarations declarations, EntityDeclaration target, List<ForeignKeyColumn> said, String described) {
        return new ReferredColumns(declarations, target, described).find(said);
    }

    private List<KeyPart> find(List<ForeignKeyColumn> said) {
        List<KeyPart> key = declarations.key(target);
        List<String> known = key.stream().map(KeyPart::column).toList();
        boolean others = said.stream()
                .map(ForeignKeyColumn::references)
                .anyMatch(column -> !column.isEmpty() && !known.contains(column));
        if (!others) {
            return key;
        }
        List<KeyPart> referred = new ArrayList<>();
        for (ForeignKeyColumn column : said) {
            referred.add(key.stream()
                    .filter(part -> part.column().equals(column.references()))
                    .findFirst()
                    .orElseGet(() -> value(column.references())));
        }
        return referred;
    }

    private KeyPart value(String column) {
        List<String> known = new ArrayList<>();
        for (EntityDeclaration each : declarations.lineage(target)) {
            for (ValueDeclaration value : each.values()) {
                boolean inTable = value.column().table().isEmpty();
                if (inTable && value.column().name().equals(column)) {
                    return new KeyPart(value.name(), column, value);
                } else if (inTable) {
                    known.add(value.column().name());
                }
            }
        }
        throw new MappingException("Cannot map relationship " + described + ": it refers to column '" + column
                + "', in which " + target.type().getName()
                + " has no plain value. Refer to the column of a value, or of its key."
                + ClosestName.hint(column, known));
    }
}
