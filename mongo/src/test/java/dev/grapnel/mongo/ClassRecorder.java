package dev.grapnel.mongo;

import java.util.List;
import java.util.Locale;

/** A mapper extension that notes each call as a line, with the status of the object. */
class ClassRecorder implements MapperExtension<Object> {
    private final String name;
    private final List<String> trace;

    ClassRecorder(String name, List<String> trace) {
        this.name = name;
        this.trace = trace;
    }

    private void note(String hook, ObjectState<?> state) {
        trace.add(name
                + ' '
                + hook
                + ' '
                + state.document().get("_id")
                + ' '
                + state.status().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void beforeInsert(Object object, ObjectState<Object> state, OdmSession session) {
        note("before_insert", state);
    }

    @Override
    public void afterInsert(Object object, ObjectState<Object> state, OdmSession session) {
        note("after_insert", state);
    }

    @Override
    public void beforeUpdate(Object object, ObjectState<Object> state, OdmSession session) {
        note("before_update", state);
    }

    @Override
    public void afterUpdate(Object object, ObjectState<Object> state, OdmSession session) {
        note("after_update", state);
    }

    @Override
    public void beforeDelete(Object object, ObjectState<Object> state, OdmSession session) {
        note("before_delete", state);
    }

    @Override
    public void afterDelete(Object object, ObjectState<Object> state, OdmSession session) {
        note("after_delete", state);
    }

    @Override
    public void beforeRemove(OdmSession session, RemoveQuery<Object> query) {
        trace.add(name + " before_remove");
    }

    @Override
    public void afterRemove(OdmSession session, RemoveQuery<Object> query) {
        trace.add(name + " after_remove");
    }

    @Override
    public void beforeUpdateQuery(OdmSession session, UpdateQuery<Object> query) {
        trace.add(name + " before_update_query");
    }

    @Override
    public void afterUpdateQuery(OdmSession session, UpdateQuery<Object> query) {
        trace.add(name + " after_update_query");
    }
}
