package dev.grapnel.testkit.callback.elsewhere;

import jakarta.persistence.PrePersist;

class StampListener {
    @PrePersist
    void stamp(Stamped stamped) {
        stamped.stamps.add("listener");
    }
}
