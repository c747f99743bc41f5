package dev.grapnel.testkit.callback.elsewhere;

import jakarta.persistence.EntityListeners;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.List;

@MappedSuperclass
@EntityListeners(StampListener.class)
public abstract class Stamped {
    @Transient
    public final List<String> stamps = new ArrayList<>();

    @PrePersist
    void stamp() {
        stamps.add("superclass");
    }
}
