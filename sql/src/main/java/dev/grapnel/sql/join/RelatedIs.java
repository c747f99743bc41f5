package dev.grapnel.sql.join;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.mapping.Direction;
import dev.grapnel.sql.mapping.ColumnPair;
import dev.grapnel.sql.mapping.EntityTables;
import dev.grapnel.sql.mapping.RelationshipJoin;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.structure.StructureWriter;
import dev.grapnel.sql.structure.Structured;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.Param;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Whether a reference is to one object, or to none. Where the owner has the foreign key, that is compared; elsewhere it is a question about
 * the related rows.
 */
public final class RelatedIs extends CustomCondition implements Structured {
    private static final long serialVersionUID = 1L;

    private final transient RelationshipPath path;
    private final transient List<Param<?>> key;

    private RelatedIs(RelationshipPath path, List<Param<?>> key) {
        this.path = path;
        this.key = key;
    }

    /**
     * Asks whether a reference is to an object.
     *
     * @param path the relationship
     * @param object of the related class, or null for no object
     * @return the condition
     * @throws dev.grapnel.core.error.InvalidArgumentException if the object has no primary key yet
     */
    public static RelatedIs of(RelationshipPath path, @Nullable Object object) {
        return new RelatedIs(path, object == null ? List.of() : ObjectKey.of(object, path));
    }

    @Override
    public void describe(StructureWriter structure) {
        structure.mentions(path.target());
        structure.part(path).parts(key);
    }

    @Override
    public void accept(Context<?> context) {
        RelationshipJoin join = path.ownerMapper().join(path.relationship());
        if (isForeignKey(join)) {
            context.visit(compared(join, path.ownerTables(context)));
        } else {
            context.visit(key.isEmpty() ? RelatedExists.of(path).not() : RelatedExists.ofKey(path, key));
        }
    }

    /** Whether the owner's row says it all. */
    private boolean isForeignKey(RelationshipJoin join) {
        return join.association() == null
                && path.relationship().direction() == Direction.MANY_TO_ONE
                && path.targetMapper() == TableMapper.target(path.relationship())
                && path.criterion().equals(DSL.noCondition())
                && join.pairs().stream().allMatch(pair -> keyPart(pair) >= 0);
    }

    private int keyPart(ColumnPair pair) {
        AttributeTracker attribute = path.targetMapper().attributeOf(pair.remote());
        return attribute == null ? -1 : path.targetMapper().keyAttributes().indexOf(attribute);
    }

    private Condition compared(RelationshipJoin join, EntityTables owner) {
        List<Condition> parts = new ArrayList<>();
        for (ColumnPair pair : join.pairs()) {
            parts.add(
                    key.isEmpty()
                            ? owner.field(pair.local()).isNull()
                            : ObjectKey.equal(owner.field(pair.local()), key.get(keyPart(pair))));
        }
        return key.isEmpty() ? DSL.or(parts) : DSL.and(parts);
    }

    @Override
    public String toString() {
        return path + (key.isEmpty() ? " is null" : " = " + key);
    }
}
