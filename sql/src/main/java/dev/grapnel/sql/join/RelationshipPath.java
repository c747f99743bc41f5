package dev.grapnel.sql.join;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.mapping.EntityTables;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.structure.StructureWriter;
import dev.grapnel.sql.structure.Structured;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A relationship as a statement uses it. Immutable.
 *
 * @param owner the class that has it
 * @param ownerName the name under which the statement has that class, or null for its own
 * @param attribute the name of the relationship
 * @param target the class of the related objects: the mapped one, or a subclass that is meant alone
 * @param targetName the name under which the statement is to have them, or null for their own
 * @param criterion what else has to hold for them
 */
public record RelationshipPath(
        Class<?> owner,
        @Nullable String ownerName,
        String attribute,
        Class<?> target,
        @Nullable String targetName,
        Condition criterion)
        implements Structured {

    /**
     * A relationship as it is mapped.
     *
     * @param owner the class that has it
     * @param attribute its name
     * @param target the class of the related objects
     * @return the path
     */
    public static RelationshipPath of(Class<?> owner, String attribute, Class<?> target) {
        return new RelationshipPath(owner, null, attribute, target, null, DSL.noCondition());
    }

    /** The same of a class that a statement has under another name. */
    public RelationshipPath from(String name) {
        return new RelationshipPath(owner, name, attribute, target, targetName, criterion);
    }

    /** The same, of related objects that the statement is to have under a name, or null for their own. */
    public RelationshipPath to(Class<?> narrowed, @Nullable String name) {
        return new RelationshipPath(owner, ownerName, attribute, narrowed, name, criterion);
    }

    /** The same with a further condition on the related objects. */
    public RelationshipPath and(Condition further) {
        return new RelationshipPath(owner, ownerName, attribute, target, targetName, criterion.and(further));
    }

    /**
     * The relationship.
     *
     * @throws dev.grapnel.core.error.UnmappedClassException if the class is not mapped
     * @throws InvalidArgumentException if the class has no such relationship
     */
    public Relationship relationship() {
        return ownerMapper().relationship(attribute);
    }

    TableMapper ownerMapper() {
        return MappedClasses.mapperOf(owner, this);
    }

    EntityTables ownerTables() {
        return EntityTables.of(ownerMapper(), ownerName);
    }

    /** The owner's tables at a place of a statement. */
    EntityTables ownerTables(Context<?> context) {
        return ownerName == null ? EntityScope.tables(context, ownerMapper()) : ownerTables();
    }

    TableMapper targetMapper() {
        TableMapper mapped = TableMapper.target(relationship());
        TableMapper wanted = MappedClasses.mapperOf(target, this);
        if (!wanted.isA(mapped)) {
            throw new InvalidArgumentException("Cannot take " + this + " as a relationship to " + target.getSimpleName()
                    + ": it is mapped to " + mapped.type().getSimpleName()
                    + ". Name that class or one of its subclasses.");
        }
        return wanted;
    }

    @Override
    public void describe(StructureWriter structure) {
        structure.token(owner).token(attribute).token(target);
        structure.token(ownerName == null ? "" : ownerName);
        structure.token(targetName == null ? "" : targetName);
        structure.part(criterion);
    }

    @Override
    public String toString() {
        return (ownerName == null ? owner.getSimpleName() : ownerName) + '.' + attribute;
    }
}
