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
    /** Null asks for no object. */
    private final transient @Nullable ObjectKey key;

    private RelatedIs(RelationshipPath path, @Nullable ObjectKey key) {
        this.path = path;
        this.key = key;
    }

    /**
     * Asks whether a reference is to an object.
     *
     * @param path the relationship
     * @param object of the related class, or null for no object
     * @return the condition
     */
    public static RelatedIs of(RelationshipPath path, @Nullable Object object) {
        return new RelatedIs(path, object == null ? null : new ObjectKey(object, path));
    }

    @Override
    public void describe(StructureWriter structure) {
        structure.mentions(path.target());
        structure.part(path).parts(parts());
    }

    private List<Param<?>> parts() {
        return key == null ? List.of() : key.parts();
    }

    @Override
    public void accept(Context<?> context) {
        RelationshipJoin join = path.ownerMapper().join(path.relationship());
        if (isForeignKey(join)) {
            context.visit(compared(join, path.ownerTables(context)));
        } else {
            context.visit(key == null ? RelatedExists.of(path).not() : RelatedExists.ofKey(path, key));
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
        List<Param<?>> values = parts();
        List<Condition> parts = new ArrayList<>();
        for (ColumnPair pair : join.pairs()) {
            parts.add(
                    key == null
                            ? owner.field(pair.local()).isNull()
                            : ObjectKey.equal(owner.field(pair.local()), values.get(keyPart(pair))));
        }
        return key == null ? DSL.or(parts) : DSL.and(parts);
    }

    @Override
    public String toString() {
        return path + (key == null ? " is null" : " = " + key);
    }
}
