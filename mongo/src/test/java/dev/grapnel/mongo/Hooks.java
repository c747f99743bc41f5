package dev.grapnel.mongo;

import java.util.function.BiConsumer;

/** Extensions of one hook. */
final class Hooks {
    private Hooks() {}

    static MapperExtension<Doc> beforeInsert(BiConsumer<Doc, OdmSession> hook) {
        return new MapperExtension<>() {
            @Override
            public void beforeInsert(Doc object, ObjectState<Doc> state, OdmSession session) {
                hook.accept(object, session);
            }
        };
    }

    static MapperExtension<Doc> afterInsert(BiConsumer<Doc, OdmSession> hook) {
        return new MapperExtension<>() {
            @Override
            public void afterInsert(Doc object, ObjectState<Doc> state, OdmSession session) {
                hook.accept(object, session);
            }
        };
    }

    static MapperExtension<Doc> beforeUpdate(BiConsumer<Doc, OdmSession> hook) {
        return new MapperExtension<>() {
            @Override
            public void beforeUpdate(Doc object, ObjectState<Doc> state, OdmSession session) {
                hook.accept(object, session);
            }
        };
    }

    static MapperExtension<Doc> beforeDelete(BiConsumer<Doc, OdmSession> hook) {
        return new MapperExtension<>() {
            @Override
            public void beforeDelete(Doc object, ObjectState<Doc> state, OdmSession session) {
                hook.accept(object, session);
            }
        };
    }
}
