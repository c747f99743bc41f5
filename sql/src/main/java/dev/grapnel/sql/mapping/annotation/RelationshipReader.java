package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.annotation.ActiveHistory;
import dev.grapnel.core.annotation.ArrayColumn;
import dev.grapnel.core.annotation.Deferred;
import dev.grapnel.core.annotation.GeneratedColumn;
import dev.grapnel.core.annotation.InsertDefault;
import dev.grapnel.core.annotation.InsertExpression;
import dev.grapnel.core.annotation.Load;
import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.annotation.Mutable;
import dev.grapnel.core.annotation.PairedWith;
import dev.grapnel.core.annotation.PassiveDeletes;
import dev.grapnel.core.annotation.PassiveUpdates;
import dev.grapnel.core.annotation.PostUpdate;
import dev.grapnel.core.annotation.ServerDefault;
import dev.grapnel.core.annotation.ServerUpdate;
import dev.grapnel.core.annotation.SingleParent;
import dev.grapnel.core.annotation.UpdateDefault;
import dev.grapnel.core.annotation.UpdateExpression;
import dev.grapnel.core.annotation.VersionedBy;
import dev.grapnel.core.annotation.ViewOnly;
import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.mapping.annotation.WrittenElement.Given;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration.AssociationTable;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration.ForeignKeyColumn;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration.Kind;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.MapsId;
import jakarta.persistence.Version;
import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the annotations of a field with a relationship say. */
final class RelationshipReader {
    private static final List<Class<? extends Annotation>> FOR_VALUES = List.of(
            Version.class,
            GeneratedValue.class,
            Column.class,
            Basic.class,
            Enumerated.class,
            Convert.class,
            Lob.class,
            InsertDefault.class,
            UpdateDefault.class,
            InsertExpression.class,
            UpdateExpression.class,
            ServerDefault.class,
            ServerUpdate.class,
            GeneratedColumn.class,
            VersionedBy.class,
            Deferred.class,
            ArrayColumn.class,
            Mutable.class);

    private static final List<Class<? extends Annotation>> FOR_WRITTEN =
            List.of(PassiveDeletes.class, PostUpdate.class, ActiveHistory.class);

    private final EntityField field;
    private final RelationshipAnnotation written;

    private RelationshipReader(EntityField field) {
        this.field = field;
        this.written = RelationshipAnnotation.of(field);
    }

    static boolean isRelationship(EntityField field) {
        return RelationshipAnnotation.KINDS.stream().anyMatch(field::has);
    }

    static LinkDeclaration read(EntityField field) {
        check(field);
        return new RelationshipReader(field).read();
    }

    private static void check(EntityField field) {
        if (RelationshipAnnotation.KINDS.stream().filter(field::has).count() > 1) {
            throw field.wrong("it has several of @ManyToOne, @OneToOne, @OneToMany and @ManyToMany. Decide for one.");
        }
        if (field.has(Id.class) && field.has(MapsId.class)) {
            throw field.wrong(
                    "it has @Id and @MapsId. With @Id it is the key itself, with @MapsId a field beside it is."
                            + " Decide for one.");
        }
        for (Class<? extends Annotation> annotation : FOR_VALUES) {
            if (field.has(annotation)) {
                throw field.wrong("@" + annotation.getSimpleName() + " is for plain values, and this is a relationship."
                        + (annotation == Column.class ? " Use @JoinColumn." : " Leave it out."));
            }
        }
    }

    private LinkDeclaration read() {
        boolean several = written.kind() == Kind.ONE_TO_MANY || written.kind() == Kind.MANY_TO_MANY;
        CollectionShape shape =
                several ? CollectionShape.of(field, written.target()) : CollectionShape.single(field, written.target());
        List<ForeignKeyColumn> columns = JoinReader.columns(field);
        AssociationTable table = JoinReader.table(field);
        checkColumns(columns, table);
        checkKey();
        checkViewOnly();
        checkQueued(shape);
        return new LinkDeclaration(
                field.name(),
                shape.element(),
                written.kind(),
                shape.kind(),
                cascades(),
                settings(columns),
                written.mappedBy().isEmpty() ? null : written.mappedBy(),
                pairedWith(),
                written.optional(),
                columns,
                table,
                keyPart(),
                JoinReader.order(field, several),
                PlaceReader.read(field, shape));
    }

    private void checkKey() {
        boolean hasColumns = (written.kind() == Kind.MANY_TO_ONE || written.kind() == Kind.ONE_TO_ONE)
                && written.mappedBy().isEmpty();
        if (field.has(Id.class) && !hasColumns) {
            throw field.wrong("it has @Id, and the columns of a key are those of its own table."
                    + " Put @Id onto a @ManyToOne or @OneToOne that is not mapped by another class.");
        }
    }

    private @Nullable String keyPart() {
        if (field.has(Id.class)) {
            return LinkDeclaration.OWN_KEY;
        }
        MapsId said = field.annotation(MapsId.class);
        return said == null ? null : said.value();
    }

    private void checkColumns(List<ForeignKeyColumn> columns, @Nullable AssociationTable table) {
        boolean any = !columns.isEmpty() || table != null;
        if (!written.mappedBy().isEmpty() && any) {
            throw field.wrong(
                    "it is mapped by '" + written.mappedBy()
                            + "' of the other class, which has the columns. Leave @JoinColumn and @JoinTable out, or leave mappedBy out.");
        }
        boolean takesTable = written.kind() == Kind.MANY_TO_MANY || written.kind() == Kind.ONE_TO_MANY;
        if (table != null && !takesTable) {
            throw field.wrong(
                    "@" + JoinTable.class.getSimpleName()
                            + " for a single reference is not supported yet. Use @JoinColumn, or map the table by a class of its own.");
        }
        if (!columns.isEmpty() && written.kind() == Kind.MANY_TO_MANY) {
            throw field.wrong(
                    "many-to-many needs columns for both classes. Put @JoinColumn into @JoinTable(joinColumns = …).");
        }
        if (!columns.isEmpty() && table != null) {
            throw field.wrong("it has @JoinColumn and @JoinTable. Decide for one.");
        }
    }

    private void checkViewOnly() {
        if (!field.has(ViewOnly.class)) {
            return;
        }
        if (!written.cascade().isEmpty() || written.orphanRemoval()) {
            throw field.wrong("it is @ViewOnly, so nothing done to it is written, and it cascades."
                    + " Leave cascade and orphanRemoval out, or let the relationship cascade that is written.");
        }
        for (Class<? extends Annotation> annotation : FOR_WRITTEN) {
            if (field.has(annotation)) {
                throw field.wrong("it is @ViewOnly, so nothing done to it is written, and @"
                        + annotation.getSimpleName() + " says how it is written. Leave one of them out.");
            }
        }
    }

    private void checkQueued(CollectionShape shape) {
        boolean queued = shape.kind() != null && shape.kind().isQueued();
        if (queued && (field.has(Load.class) || written.fetch() == FetchType.EAGER)) {
            throw field.wrong("a " + field.type().getSimpleName() + " is never loaded, and "
                    + (field.has(Load.class) ? "@Load" : "fetch = EAGER")
                    + " says how it is. Leave that out, or declare the field as java.util.List.");
        }
    }

    @SuppressWarnings("unchecked") // the builder gives a set of cascades
    private Set<CascadeType> cascades() {
        if (field.given(Given.CASCADES) instanceof Set<?> given) {
            return (Set<CascadeType>) given;
        }
        Set<CascadeType> found = EnumSet.noneOf(CascadeType.class);
        for (jakarta.persistence.CascadeType cascade : written.cascade()) {
            switch (cascade) {
                case PERSIST -> found.add(CascadeType.SAVE_UPDATE);
                case MERGE -> found.add(CascadeType.MERGE);
                case REMOVE -> found.add(CascadeType.DELETE);
                case REFRESH -> found.add(CascadeType.REFRESH_EXPIRE);
                case DETACH -> found.add(CascadeType.EXPUNGE);
                case ALL -> found.addAll(EnumSet.complementOf(EnumSet.of(CascadeType.DELETE_ORPHAN)));
            }
        }
        if (written.orphanRemoval()) {
            found.add(CascadeType.DELETE);
            found.add(CascadeType.DELETE_ORPHAN);
        }
        return found;
    }

    private Relationship.Settings settings(List<ForeignKeyColumn> columns) {
        boolean readOnly =
                !columns.isEmpty() && columns.stream().noneMatch(column -> column.insertable() || column.updatable());
        boolean viewOnly = readOnly || field.has(ViewOnly.class);
        PairedWith paired = field.annotation(PairedWith.class);
        boolean repeats = paired != null && paired.repeats();
        PassiveUpdates passiveUpdates = field.annotation(PassiveUpdates.class);
        return new Relationship.Settings(
                strategy(),
                field.has(PassiveDeletes.class),
                leavesMembers(),
                passiveUpdates == null || passiveUpdates.value(),
                field.has(SingleParent.class) || ownsOrphans(),
                field.has(PostUpdate.class),
                viewOnly,
                field.has(ActiveHistory.class),
                paired != null && !paired.keepInStep(),
                repeats,
                !repeats && !viewOnly && written.mappedBy().isEmpty());
    }

    private boolean leavesMembers() {
        PassiveDeletes passive = field.annotation(PassiveDeletes.class);
        if (passive == null || !passive.all()) {
            return false;
        }
        if (cascades().contains(CascadeType.DELETE)) {
            throw field.wrong(
                    "@PassiveDeletes(all = true) leaves members to the database when their owner is deleted, and a cascade or"
                            + " orphanRemoval deletes them. Decide for one of them.");
        }
        return true;
    }

    /** Whether the side with the foreign key deletes orphans: then an object must have one parent, or nobody could tell. */
    private boolean ownsOrphans() {
        boolean hasForeignKey =
                written.kind() == Kind.ONE_TO_ONE && written.mappedBy().isEmpty();
        return cascades().contains(CascadeType.DELETE_ORPHAN) && hasForeignKey;
    }

    private LoadStrategy strategy() {
        Load load = field.annotation(Load.class);
        if (load != null) {
            return load.value();
        }
        if (written.fetch() == FetchType.LAZY) {
            return LoadStrategy.SELECT;
        }
        boolean single = written.kind() == Kind.MANY_TO_ONE || written.kind() == Kind.ONE_TO_ONE;
        return single ? LoadStrategy.JOINED : LoadStrategy.SELECTIN;
    }

    private @Nullable String pairedWith() {
        PairedWith paired = field.annotation(PairedWith.class);
        if (paired == null || paired.value().isEmpty()) {
            return null;
        }
        if (!written.mappedBy().isEmpty() && !paired.value().equals(written.mappedBy())) {
            throw field.wrong("it is mapped by '" + written.mappedBy() + "' and paired with '" + paired.value()
                    + "'. Leave the name in @PairedWith out: mappedBy pairs both sides.");
        }
        return paired.value();
    }
}
