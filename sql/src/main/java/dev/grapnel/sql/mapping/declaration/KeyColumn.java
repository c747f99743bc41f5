package dev.grapnel.sql.mapping.declaration;

import java.util.List;

/**
 * What is written about a column that repeats a column of the key in another table of the same objects.
 *
 * @param name of the column; empty: that of the key
 * @param references the column of the key; empty: the one at the same position
 */
public record KeyColumn(String name, String references) {

    /**
     * The name of the column for one part of the key.
     *
     * @param said what is written about all parts; may be empty
     * @param position of the part
     * @param key the name of the column of that part
     * @return the name; empty if nothing is said
     */
    public static String nameOf(List<KeyColumn> said, int position, String key) {
        for (KeyColumn column : said) {
            if (column.references().equals(key)) {
                return column.name();
            }
        }
        boolean byPosition =
                position < said.size() && said.get(position).references().isEmpty();
        return byPosition ? said.get(position).name() : "";
    }
}
