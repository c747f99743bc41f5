package dev.grapnel.hooks;

import dev.grapnel.core.instrument.FlushContext;
import dev.grapnel.core.mapping.PersistEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;

/** Classes whose methods cannot be hooks, each with one mistake. */
final class WrongHooks {
    private WrongHooks() {}

    @MappedSuperclass
    abstract static class Base {
        @Id
        int id;
    }

    @Entity
    static class Result extends Base {
        @BeforeInsert
        boolean check() {
            return true;
        }
    }

    @Entity
    static class Static extends Base {
        @BeforeInsert
        static void check() {}
    }

    @Entity
    static class FlushInRow extends Base {
        @AfterUpdate
        void check(FlushContext flush) {}
    }

    @Entity
    static class RowInFlush extends Base {
        @NewBeforeFlush
        void check(PersistEvent<?> event) {}
    }

    @Entity
    static class Repeated extends Base {
        @BeforeDelete
        void check(PersistEvent<?> event, PersistEvent<?> again) {}
    }

    @Entity
    static class Throwing extends Base {
        @DirtyAfterFlush
        void check() throws IOException {}
    }

    @Entity
    static class Two extends Base {
        @AfterInsert
        void first() {}

        @AfterInsert
        void second() {}
    }
}
