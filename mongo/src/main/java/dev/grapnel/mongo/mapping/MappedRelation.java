package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.DetachedInstanceException;
import dev.grapnel.core.instrument.AttributeLoader;
import dev.grapnel.core.instrument.ScalarTracker;
import dev.grapnel.core.instrument.Unkept;
import dev.grapnel.core.instrument.ValueForm;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.OdmCursor;
import dev.grapnel.mongo.OdmSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A relation of one class: read by the session of the object, assigned by changing foreign ids (statements ODM-P5 to ODM-P8). */
final class MappedRelation implements ValueForm, AttributeLoader {
    private final RelationDeclaration declared;
    private final DocumentMapper owner;
    private final ScalarTracker attribute;
    private @Nullable Join join;

    MappedRelation(RelationDeclaration declared, DocumentMapper owner, ScalarTracker attribute) {
        this.declared = declared;
        this.owner = owner;
        this.attribute = attribute;
    }

    int index() {
        return attribute.index();
    }

    /** Whether a value read by it depends on a foreign id of the class itself. */
    boolean goesVia(String foreignId) {
        Join known = join;
        return known != null && known.attribute().equals(foreignId);
    }

    private Join join() {
        Join known = join;
        if (known == null) {
            known = Join.of(owner, declared);
            join = known;
        }
        return known;
    }

    private OdmSession session(InstanceState state) {
        OdmSession own = DocumentState.of(state, owner).session();
        OdmSession used =
                own != null ? own : DocumentMapper.of(declared.target()).session();
        if (used == null) {
            throw new DetachedInstanceException("Cannot follow relation " + this + " of " + state
                    + ": the object is in no session. Save it into one, or read the relation before it leaves.");
        }
        return used;
    }

    // ---- reading ----

    @Override
    public @Nullable Object load(InstanceState state, int passive) {
        return join().kind() == RelationKind.MANY_TO_ONE ? loadOne(state) : loadMany(state);
    }

    private @Nullable Object loadOne(InstanceState state) {
        Object id = ObjectState.of(state.requireObject()).get(join().attribute());
        boolean looked = id != null || join().foreignId().declared().has(FieldOption.ALLOW_NULL);
        Object found = looked ? session(state).get(declared.target(), id) : null;
        if (declared.via().kept()) {
            return found;
        }
        boolean list = attribute.fieldType().isAssignableFrom(List.class);
        return new Unkept(list ? (found == null ? List.of() : List.of(found)) : found);
    }

    private Object loadMany(InstanceState state) {
        OdmCursor<?> cursor = session(state).find(declared.target(), filter(state));
        if (!declared.via().kept()) {
            return new Unkept(attribute.fieldType().isAssignableFrom(OdmCursor.class) ? cursor : cursor.all());
        }
        return Collections.unmodifiableList(new ArrayList<>(cursor.all()));
    }

    private Document filter(InstanceState state) {
        if (join().kind() == RelationKind.MANY_TO_MANY_HERE) {
            owner.stateOf(state).loadIfExpired();
            return new Document("_id", new Document("$in", join().foreignId().stored(state)));
        }
        return new Document(join().fieldName(), owner.ids().stored(state));
    }

    // ---- assigning ----

    @Override
    public void assign(ScalarTracker tracker, InstanceState state, @Nullable Object former, @Nullable Object value) {
        switch (join().kind()) {
            case MANY_TO_ONE -> assignOne(state, value);
            case ONE_TO_MANY -> assignChildren(state, objects(value));
            case MANY_TO_MANY_HERE -> ObjectState.of(state.requireObject()).set(join().attribute(), ids(value));
            case MANY_TO_MANY_THERE -> assignOwners(state, objects(value));
        }
        state.drop(index());
        if (join().kind() == RelationKind.MANY_TO_ONE
                && declared.via().kept()
                && declared.target().isInstance(value)) {
            state.store(index(), value);
        }
    }

    private void assignOne(InstanceState state, @Nullable Object value) {
        ObjectState.of(state.requireObject()).set(join().attribute(), idOf(value));
    }

    private void assignChildren(InstanceState state, List<Object> children) {
        OdmSession session = session(state);
        for (Object child : session.find(declared.target(), filter(state)).all()) {
            ObjectState.of(child).set(join().attribute(), null);
        }
        for (Object child : loaded(session, children)) {
            ObjectState.of(child).set(join().attribute(), owner.ids().of(state));
        }
    }

    private void assignOwners(InstanceState state, List<Object> owners) {
        OdmSession session = session(state);
        Object id = owner.ids().of(state);
        List<Object> chosen = loaded(session, owners);
        for (Object before : session.find(declared.target(), filter(state)).all()) {
            if (!chosen.contains(before)) {
                List<@Nullable Object> ids = idsOf(before);
                ids.removeIf(each -> java.util.Objects.equals(each, id));
                ObjectState.of(before).set(join().attribute(), ids);
            }
        }
        for (Object each : chosen) {
            List<@Nullable Object> ids = idsOf(each);
            if (!ids.contains(id)) {
                ids.add(id);
                ObjectState.of(each).set(join().attribute(), ids);
            }
        }
    }

    private List<@Nullable Object> idsOf(Object object) {
        return ObjectState.of(object).get(join().attribute()) instanceof Collection<?> ids
                ? new ArrayList<>(ids)
                : new ArrayList<>();
    }

    /** Bare ids stand for their objects. */
    private List<Object> loaded(OdmSession session, List<Object> given) {
        List<Object> all = new ArrayList<>(given.size());
        for (Object each : given) {
            Object object = declared.target().isInstance(each) ? each : session.get(declared.target(), each);
            if (object != null) {
                all.add(object);
            }
        }
        return all;
    }

    private static List<Object> objects(@Nullable Object value) {
        return value instanceof Collection<?> several
                ? new ArrayList<>(several)
                : value == null ? List.of() : List.of(value);
    }

    private List<@Nullable Object> ids(@Nullable Object value) {
        List<@Nullable Object> ids = new ArrayList<>();
        objects(value).forEach(each -> ids.add(idOf(each)));
        return ids;
    }

    private @Nullable Object idOf(@Nullable Object value) {
        if (value == null || !declared.target().isInstance(value)) {
            return value;
        }
        DocumentState<?> target = DocumentState.of(value);
        return target.mapper().ids().forReference(target.instanceState());
    }

    @Override
    public boolean seesEveryWrite() {
        return true;
    }

    @Override
    public boolean adoptsEmptyCollections() {
        return true;
    }

    @Override
    public String toString() {
        return owner.type().getSimpleName() + '.' + declared.attribute();
    }
}
