package dev.grapnel.conformance.odm.step;

import dev.grapnel.mongo.MapperExtension;
import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.RemoveQuery;

/** Overrides every hook of a mapper. */
final class MapperRecorder implements MapperExtension<Object> {
    private final Scene scene;
    private final RecordingExtension extension;

    MapperRecorder(Scene scene, RecordingExtension extension) {
        this.scene = scene;
        this.extension = extension;
    }

    @Override
    public void beforeInsert(Object object, ObjectState<Object> state, OdmSession session) {
        hear("before_insert", object, state, session);
    }

    @Override
    public void afterInsert(Object object, ObjectState<Object> state, OdmSession session) {
        hear("after_insert", object, state, session);
    }

    @Override
    public void beforeUpdate(Object object, ObjectState<Object> state, OdmSession session) {
        hear("before_update", object, state, session);
    }

    @Override
    public void afterUpdate(Object object, ObjectState<Object> state, OdmSession session) {
        hear("after_update", object, state, session);
    }

    @Override
    public void beforeDelete(Object object, ObjectState<Object> state, OdmSession session) {
        hear("before_delete", object, state, session);
    }

    @Override
    public void afterDelete(Object object, ObjectState<Object> state, OdmSession session) {
        hear("after_delete", object, state, session);
    }

    @Override
    public void beforeRemove(OdmSession session, RemoveQuery<Object> query) {
        hear("before_remove", session, query);
    }

    @Override
    public void afterRemove(OdmSession session, RemoveQuery<Object> query) {
        hear("after_remove", session, query);
    }

    private void hear(String hook, Object object, ObjectState<Object> state, OdmSession session) {
        extension.hear(new Told(hook, scene.arguments(object, state, session), null, object, null, object.getClass()));
    }

    private void hear(String hook, OdmSession session, RemoveQuery<Object> query) {
        extension.hear(new Told(
                hook, scene.arguments(session).addAll(scene.filter(query.filter())), null, null, null, query.type()));
    }
}
