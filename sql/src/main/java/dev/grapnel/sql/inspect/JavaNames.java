package dev.grapnel.sql.inspect;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names of Java for names of a database. */
final class JavaNames {
    private JavaNames() {}

    /** As {@code OrderItem} for {@code order_item}. */
    static String ofClass(String table) {
        String camel = camel(table);
        return legal(Character.toUpperCase(camel.charAt(0)) + camel.substring(1));
    }

    /** As {@code firstName} for {@code first_name}. */
    static String ofField(String column) {
        return legal(camel(column));
    }

    /** As {@code customer} for {@code customer_id}. */
    static String ofReference(String column) {
        String lower = column.toLowerCase(Locale.ROOT);
        boolean hasSuffix = lower.endsWith("_id") && lower.length() > "_id".length();
        return ofField(hasSuffix ? column.substring(0, column.length() - "_id".length()) : column);
    }

    /** The name, or the next one with a number behind that is not taken. */
    static String free(String wanted, Set<String> taken) {
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + number;
        }
        return name;
    }

    private static String camel(String name) {
        // Names in capitals only have no other sign of where a word begins than the underscore.
        String plain = name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
        StringBuilder camel = new StringBuilder();
        boolean begins = false;
        for (int at = 0; at < plain.length(); at++) {
            char c = plain.charAt(at);
            if (!Character.isJavaIdentifierPart(c) || c == '_') {
                begins = !camel.isEmpty();
            } else {
                camel.append(begins ? Character.toUpperCase(c) : c);
                begins = false;
            }
        }
        String made = camel.isEmpty() ? "unnamed" : camel.toString();
        return Character.toLowerCase(made.charAt(0)) + made.substring(1);
    }

    private static String legal(String name) {
        String started = Character.isJavaIdentifierStart(name.charAt(0)) ? name : "_" + name;
        return SourceVersion.isKeyword(started) ? started + "_" : started;
    }
}
