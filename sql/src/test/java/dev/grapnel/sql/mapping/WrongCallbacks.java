package dev.grapnel.sql.mapping;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PrePersist;
import java.io.IOException;

/** Classes whose callback methods or entity listeners cannot be that, each with one mistake. */
final class WrongCallbacks {
    private WrongCallbacks() {}

    @MappedSuperclass
    abstract static class Base {
        @Id
        int id;
    }

    @Entity
    static class Static extends Base {
        @PrePersist
        static void prepare() {}
    }

    @Entity
    static class Final extends Base {
        @PrePersist
        final void prepare() {}
    }

    @Entity
    static class Parameter extends Base {
        @PrePersist
        void prepare(Object self) {}
    }

    @Entity
    static class Result extends Base {
        @PostLoad
        boolean loaded() {
            return true;
        }
    }

    @Entity
    static class Throwing extends Base {
        @PrePersist
        void prepare() throws IOException {}
    }

    @Entity
    static class Two extends Base {
        @PrePersist
        void first() {}

        @PrePersist
        void second() {}
    }

    static class NoParameterListener {
        @PrePersist
        void told() {}
    }

    @Entity
    @EntityListeners(NoParameterListener.class)
    static class NoParameter extends Base {}

    static class StrangerListener {
        @PrePersist
        void told(NoParameter other) {}
    }

    @Entity
    @EntityListeners(StrangerListener.class)
    static class Stranger extends Base {}

    static class ArgumentListener {
        ArgumentListener(String name) {}
    }

    @Entity
    @EntityListeners(ArgumentListener.class)
    static class Argument extends Base {}

    abstract static class AbstractListener {}

    @Entity
    @EntityListeners(AbstractListener.class)
    static class Abstract extends Base {}

    static class FailingListener {
        FailingListener() {
            throw new IllegalStateException("no clock");
        }
    }

    @Entity
    @EntityListeners(FailingListener.class)
    static class Failing extends Base {}

    static class TwoListener {
        @PrePersist
        void first(Object object) {}

        @PrePersist
        void second(Base object) {}
    }

    @Entity
    @EntityListeners(TwoListener.class)
    static class TwoInListener extends Base {}

    @Embeddable
    static class Place {
        String city;

        @PostLoad
        void loaded() {}
    }

    @Entity
    static class Embedding extends Base {
        Place place;
    }
}
