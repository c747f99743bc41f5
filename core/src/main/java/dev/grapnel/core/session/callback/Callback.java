package dev.grapnel.core.session.callback;

import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;

/** The seven moments that JPA names. */
enum Callback {
    PRE_PERSIST(PrePersist.class),
    POST_PERSIST(PostPersist.class),
    PRE_UPDATE(PreUpdate.class),
    POST_UPDATE(PostUpdate.class),
    PRE_REMOVE(PreRemove.class),
    POST_REMOVE(PostRemove.class),
    POST_LOAD(PostLoad.class);

    private final Class<? extends Annotation> annotation;

    Callback(Class<? extends Annotation> annotation) {
        this.annotation = annotation;
    }

    boolean marks(Method method) {
        return method.isAnnotationPresent(annotation);
    }

    /** As it stands in the source. */
    @Override
    public String toString() {
        return '@' + annotation.getSimpleName();
    }
}
