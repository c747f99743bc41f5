package dev.grapnel.mongo.callback;

import dev.grapnel.mongo.annotation.DocumentField;
import dev.grapnel.mongo.annotation.StoredIn;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;

/** Documents with all callback methods, and a class with a listener besides. */
final class Letters {
    static final Class<?>[] ALL = {Letter.class, Parcel.class};

    private Letters() {}

    @Entity
    @StoredIn("letters")
    @DiscriminatorColumn(name = "kind")
    @DiscriminatorValue("letter")
    @EntityListeners(Office.class)
    static class Letter {
        @Id
        Integer id;

        String kind;

        @DocumentField(required = true)
        String text;

        @DocumentField(required = true)
        String stamp;

        Letter() {}

        Letter(int id, String text) {
            this.id = id;
            this.text = text;
        }

        private void note(String callback) {
            Trace.add(callback + " " + text);
        }

        @PrePersist
        void stamp() {
            note("PrePersist");
            if ("refused".equals(text)) {
                throw new IllegalArgumentException("no such letter");
            }
            stamp = "A";
        }

        @PostPersist
        private void persisted() {
            note("PostPersist");
        }

        @PreUpdate
        void updating() {
            note("PreUpdate");
            stamp = "B";
        }

        @PostUpdate
        void updated() {
            note("PostUpdate");
        }

        @PreRemove
        void removing() {
            note("PreRemove");
            if ("kept".equals(text)) {
                throw new IllegalStateException("it has to be kept");
            }
        }

        @PostRemove
        void removed() {
            note("PostRemove");
        }

        @PostLoad
        void loaded() {
            note("PostLoad");
        }
    }

    /** A subclass with a method of its own behind the inherited one. */
    @Entity
    @DiscriminatorValue("parcel")
    static class Parcel extends Letter {
        Parcel() {}

        Parcel(int id, String text) {
            super(id, text);
        }

        @PrePersist
        void weigh() {
            Trace.add("weigh " + text);
        }
    }

    /** Told in front of the methods of the class. */
    static class Office {
        @PrePersist
        void accept(Letter letter) {
            Trace.add("Office PrePersist " + letter.text);
        }

        @PostLoad
        void handOut(Letter letter) {
            Trace.add("Office PostLoad " + letter.text);
        }
    }
}
