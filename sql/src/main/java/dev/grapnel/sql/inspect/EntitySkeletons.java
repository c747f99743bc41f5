package dev.grapnel.sql.inspect;

import dev.grapnel.sql.dialect.Dialect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.ForeignKey;
import org.jooq.Table;
import org.jooq.TableOptions.TableType;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * Writes entity classes for the tables of a database: a beginning to be worked over, with a class for each table that has a primary key, a lazy
 * reference for each foreign key, and a many-to-many for each table that is nothing but a link of two others.
 *
 * <p>For one thread.
 */
public final class EntitySkeletons {
    private final LiveSchema live;
    private final Dialect dialect;
    private final String packageName;
    private final Map<Table<?>, String> classes = new LinkedHashMap<>();
    private final Map<Table<?>, List<LinkTable>> links = new LinkedHashMap<>();

    private EntitySkeletons(LiveSchema live, Dialect dialect, String packageName) {
        this.live = live;
        this.dialect = dialect;
        this.packageName = packageName;
    }

    /**
     * Writes the classes for the current schema of a connection.
     *
     * @param jooq on the connection
     * @param dialect of the database
     * @param packageName of the classes
     * @return a class for each table with a primary key, by name of the table
     * @throws dev.grapnel.core.error.DatabaseException if the schema cannot be read
     */
    public static List<EntitySkeleton> of(DSLContext jooq, Dialect dialect, String packageName) {
        return new EntitySkeletons(LiveSchema.of(jooq, dialect, Set.of()), dialect, packageName).write();
    }

    private List<EntitySkeleton> write() {
        Set<String> taken = new HashSet<>();
        List<Table<?>> tables = new ArrayList<>(live.tables());
        tables.sort((one, other) -> one.getName().compareTo(other.getName()));
        for (Table<?> table : tables) {
            LinkTable link = LinkTable.of(table);
            if (link != null) {
                links.computeIfAbsent(link.owner(), unused -> new ArrayList<>()).add(link);
            } else if (isEntity(table)) {
                classes.put(table, JavaNames.free(JavaNames.ofClass(table.getName()), taken));
            }
        }
        List<EntitySkeleton> written = new ArrayList<>();
        classes.forEach((table, name) -> written.add(write(table, name)));
        return written;
    }

    private static boolean isEntity(Table<?> table) {
        UniqueKey<?> key = table.getPrimaryKey();
        return table.getTableType() == TableType.TABLE && key != null;
    }

    private EntitySkeleton write(Table<?> table, String name) {
        SkeletonText text = new SkeletonText(packageName, name);
        new EntityWriter(table, text, this).write();
        return new EntitySkeleton(packageName, name, text.toString());
    }

    /** The class of a table, or null if it has none. */
    @Nullable String classOf(Table<?> table) {
        return classes.get(table);
    }

    /** The class that a foreign key leads to, or null if it has none. */
    @Nullable String targetOf(ForeignKey<?, ?> key) {
        return classOf(key.getKey().getTable());
    }

    List<LinkTable> linksOf(Table<?> table) {
        return links.getOrDefault(table, List.of());
    }

    Dialect dialect() {
        return dialect;
    }
}
