package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.ClosestName;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration.ForeignKeyColumn;
import dev.grapnel.sql.schema.ForeignKey;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Finds out which columns a foreign key has, from what is said about them and the key they refer to. */
final class ForeignKeyNaming {
    private ForeignKeyNaming() {}

    /**
     * A column of a foreign key.
     *
     * @param name of the column
     * @param key the part of the key it refers to
     * @param said what is written about it
     */
    record NamedColumn(String name, KeyPart key, ForeignKeyColumn said) {}

    /**
     * Names the columns.
     *
     * @param described the relationship, for messages
     * @param prefix of names that are made up
     * @param said what is written about the columns; empty: nothing
     * @param key of the class they refer to
     * @return one column for each part of the key, in order
     */
    static List<NamedColumn> name(String described, String prefix, List<ForeignKeyColumn> said, List<KeyPart> key) {
        if (!said.isEmpty() && said.size() != key.size()) {
            throw new MappingException("Cannot map relationship " + described + ": it names " + said.size()
                    + " columns, and the key it refers to has " + key.size() + ": "
                    + key.stream().map(KeyPart::column).toList() + ". Give one @JoinColumn for each.");
        }
        List<NamedColumn> named = new ArrayList<>();
        for (int at = 0; at < key.size(); at++) {
            ForeignKeyColumn written = said.isEmpty() ? ForeignKeyColumn.UNSAID : forPart(described, said, key, at);
            String name = written.name().isEmpty() ? prefix + '_' + key.get(at).column() : written.name();
            named.add(new NamedColumn(name, key.get(at), written));
        }
        return named;
    }

    /** Adds a foreign key to a table, with the name that is written about its columns. */
    static void addForeignKey(Table table, List<ColumnPair> pairs, List<ForeignKeyColumn> said) {
        ForeignKey added = table.addForeignKey(
                pairs.stream().map(ColumnPair::local).toList(),
                pairs.stream().map(ColumnPair::remote).toList(),
                false);
        said.stream()
                .map(ForeignKeyColumn::constraint)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .ifPresent(name -> table.details().nameForeignKey(added, name));
    }

    private static ForeignKeyColumn forPart(
            String described, List<ForeignKeyColumn> said, List<KeyPart> key, int position) {
        ForeignKeyColumn here = said.get(position);
        if (said.stream().allMatch(column -> column.references().isEmpty())) {
            return here;
        }
        String wanted = key.get(position).column();
        for (ForeignKeyColumn column : said) {
            if (column.references().equals(wanted)) {
                return column;
            }
        }
        throw new MappingException("Cannot map relationship " + described + ": it refers to column '"
                + here.references()
                + "', which is not part of the key of the other table. Refer to its key."
                + ClosestName.hint(
                        here.references(), key.stream().map(KeyPart::column).toList()));
    }
}
