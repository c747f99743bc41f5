package dev.grapnel.hooks;

import dev.grapnel.core.instrument.FlushContext;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.core.session.FlushEvent;
import dev.grapnel.core.session.ObjectSession;
import dev.grapnel.hooks.typed.AfterDeleteHook;
import dev.grapnel.hooks.typed.AfterInsertHook;
import dev.grapnel.hooks.typed.AfterUpdateHook;
import dev.grapnel.hooks.typed.BeforeDeleteHook;
import dev.grapnel.hooks.typed.BeforeInsertHook;
import dev.grapnel.hooks.typed.BeforeUpdateHook;
import dev.grapnel.hooks.typed.DeletedAfterFlushHook;
import dev.grapnel.hooks.typed.DirtyAfterFlushHook;
import dev.grapnel.hooks.typed.NewAfterFlushHook;
import dev.grapnel.hooks.typed.NewBeforeFlushHook;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.annotation.StoredIn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Documents with hooks. */
final class Papers {
    static final Class<?>[] ALL = {Paper.class, Signed.class, Copied.class, Asking.class};

    private Papers() {}

    /** What all have. */
    interface Sheet {
        void text(String text);
    }

    /** By annotations. */
    @Entity
    @StoredIn("papers")
    static class Paper implements Sheet {
        @Id
        Integer id;

        String text;

        Paper() {}

        Paper(Integer id, String text) {
            this.id = id;
            this.text = text;
        }

        @Override
        public void text(String given) {
            this.text = given;
        }

        private void note(String hook) {
            Timeline.add(hook + " " + text);
        }

        @BeforeInsert
        private void beforeInsert() {
            note("beforeInsert");
            text += "+";
        }

        @AfterInsert
        void afterInsert() {
            note("afterInsert");
        }

        @BeforeUpdate
        void beforeUpdate() {
            note("beforeUpdate");
        }

        @AfterUpdate
        private void afterUpdate() {
            note("afterUpdate");
        }

        @BeforeDelete
        void beforeDelete() {
            note("beforeDelete");
        }

        @AfterDelete
        void afterDelete() {
            note("afterDelete");
        }

        @NewBeforeFlush
        private void newBeforeFlush() {
            note("newBeforeFlush");
        }

        @NewAfterFlush
        void newAfterFlush() {
            note("newAfterFlush");
        }

        @DirtyAfterFlush
        void dirtyAfterFlush() {
            note("dirtyAfterFlush");
        }

        @DeletedAfterFlush
        void deletedAfterFlush() {
            note("deletedAfterFlush");
        }
    }

    /** By interfaces. */
    @Entity
    @StoredIn("signed")
    static class Signed
            implements Sheet,
                    BeforeInsertHook,
                    AfterInsertHook,
                    BeforeUpdateHook,
                    AfterUpdateHook,
                    BeforeDeleteHook,
                    AfterDeleteHook,
                    NewBeforeFlushHook,
                    NewAfterFlushHook,
                    DirtyAfterFlushHook,
                    DeletedAfterFlushHook {
        @Id
        Integer id;

        String text;

        Signed() {}

        Signed(Integer id, String text) {
            this.id = id;
            this.text = text;
        }

        @Override
        public void text(String given) {
            this.text = given;
        }

        private void note(String hook) {
            Timeline.add(hook + " " + text);
        }

        @Override
        public void beforeInsert(PersistEvent<?> event) {
            note("beforeInsert");
        }

        @Override
        public void afterInsert(PersistEvent<?> event) {
            note("afterInsert");
        }

        @Override
        public void beforeUpdate(PersistEvent<?> event) {
            note("beforeUpdate");
        }

        @Override
        public void afterUpdate(PersistEvent<?> event) {
            note("afterUpdate");
        }

        @Override
        public void beforeDelete(PersistEvent<?> event) {
            note("beforeDelete");
        }

        @Override
        public void afterDelete(PersistEvent<?> event) {
            note("afterDelete");
        }

        @Override
        public void newBeforeFlush(ObjectSession session, FlushContext flush) {
            note("newBeforeFlush");
        }

        @Override
        public void newAfterFlush(ObjectSession session, FlushContext flush) {
            note("newAfterFlush");
        }

        @Override
        public void dirtyAfterFlush(ObjectSession session, FlushContext flush) {
            note("dirtyAfterFlush");
        }

        @Override
        public void deletedAfterFlush(ObjectSession session, FlushContext flush) {
            note("deletedAfterFlush");
        }
    }

    /** Has another paper saved. */
    @Entity
    @StoredIn("papers")
    static class Copied {
        @Id
        Integer id;

        Copied() {}

        Copied(Integer id) {
            this.id = id;
        }

        @NewBeforeFlush
        private void copy(OdmSession session) {
            session.save(new Paper(id + 100, "copy"));
        }
    }

    /** Takes all that hooks may take with documents. */
    @Entity
    @StoredIn("papers")
    static class Asking {
        @Id
        Integer id;

        Asking() {}

        Asking(Integer id) {
            this.id = id;
        }

        @NewBeforeFlush
        private void flushing(FlushContext flush, ObjectSession session, FlushEvent<?> event) {
            Timeline.add("flush " + (event.session() == session) + " " + (event.flushContext() == flush));
        }

        @BeforeInsert
        private void inserting(StoreConnection connection, PersistEvent<?> event) {
            Timeline.add("insert " + (event.connection() == connection) + " " + (event.target() == this));
        }
    }
}
