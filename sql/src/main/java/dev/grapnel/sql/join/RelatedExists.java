package dev.grapnel.sql.join;

import dev.grapnel.sql.mapping.EntityTables;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.structure.StructureWriter;
import dev.grapnel.sql.structure.Structured;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.Name;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is a related object for which a condition holds. In the condition, attributes of the related class mean the related object,
 * also if the owner is of the same class.
 */
public final class RelatedExists extends CustomCondition implements Structured {
    private static final long serialVersionUID = 1L;

    private final transient RelationshipPath path;
    private final Condition condition;
    /** The one object asked for, or null. */
    private final transient @Nullable ObjectKey key;

    private RelatedExists(RelationshipPath path, Condition condition, @Nullable ObjectKey key) {
        this.path = path;
        this.condition = condition;
        this.key = key;
    }

    /**
     * Asks for a related object.
     *
     * @param path the relationship
     * @param conditions on the related object; all have to hold
     * @return the condition
     */
    public static RelatedExists of(RelationshipPath path, Condition... conditions) {
        return new RelatedExists(path, DSL.and(conditions), null);
    }

    /**
     * Asks for one object among the related ones.
     *
     * @param path the relationship
     * @param object of the related class
     * @return the condition
     */
    public static RelatedExists of(RelationshipPath path, Object object) {
        return ofKey(path, new ObjectKey(object, path));
    }

    static RelatedExists ofKey(RelationshipPath path, ObjectKey key) {
        return new RelatedExists(path, DSL.noCondition(), key);
    }

    @Override
    public void describe(StructureWriter structure) {
        structure.mentions(path.target());
        structure.part(path).part(condition).parts(key == null ? List.of() : key.parts());
    }

    @Override
    public void accept(Context<?> context) {
        TableMapper mapper = path.targetMapper();
        EntityTables owner = path.ownerTables(context);
        EntityTables named = EntityTables.of(mapper, path.targetName());
        EntityTables target = hides(named, owner) ? EntityTables.of(mapper, EntityScope.unusedName(context)) : named;
        RelatedRows rows = new RelatedRows(path, owner, target);
        EntityScope.visit(
                context,
                target,
                DSL.exists(DSL.selectOne()
                        .from(rows.tables())
                        .where(rows.condition())
                        .and(Criteria.at(context, target))
                        .and(condition)
                        .and(key == null ? DSL.noCondition() : key.equal(target.keyFields()))));
    }

    /** Whether the related objects' tables have names that the owner's have already, so that these could not be compared. */
    private boolean hides(EntityTables target, EntityTables owner) {
        Set<Name> compared = new RelatedRows(path, owner, target).comparedTables();
        return target.mapper().tables().stream().anyMatch(table -> compared.contains(target.name(table)));
    }

    @Override
    public String toString() {
        return "exists " + path + (key == null ? " where " + condition : " = " + key);
    }
}
