package dev.grapnel.testkit.callback;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.List;

/** Two classes with all seven callbacks. */
final class Desk {
    private Desk() {}

    @Entity
    static class Ticket {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String title;
        String state;

        @Transient
        String shown;

        @OneToMany(mappedBy = "ticket", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Remark> remarks = new ArrayList<>();

        Ticket(String title) {
            this.title = title;
        }

        @PrePersist
        void prePersist() {
            Calls.add("PrePersist " + title + " key=" + id);
            if ("refused".equals(title)) {
                throw new IllegalStateException("refused");
            }
            if (state == null) {
                state = "new";
            }
        }

        @PostPersist
        void postPersist() {
            Calls.add("PostPersist " + title + " key=" + id);
        }

        @PreUpdate
        void preUpdate() {
            Calls.add("PreUpdate " + title);
            state = "changed";
        }

        @PostUpdate
        void postUpdate() {
            Calls.add("PostUpdate " + title);
        }

        @PreRemove
        void preRemove() {
            Calls.add("PreRemove " + title);
            if ("kept".equals(title)) {
                throw new IllegalStateException("kept");
            }
        }

        @PostRemove
        void postRemove() {
            Calls.add("PostRemove " + title);
        }

        @PostLoad
        void postLoad() {
            Calls.add("PostLoad " + title);
            shown = "#" + id + " " + title;
        }
    }

    @Entity
    static class Remark {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String text;

        @ManyToOne(fetch = FetchType.LAZY)
        Ticket ticket;

        Remark(String text) {
            this.text = text;
        }

        @PrePersist
        void prePersist() {
            Calls.add("PrePersist " + text);
            if ("refused".equals(text)) {
                throw new IllegalStateException("refused");
            }
        }

        @PostPersist
        void postPersist() {
            Calls.add("PostPersist " + text);
        }

        @PreUpdate
        void preUpdate() {
            Calls.add("PreUpdate " + text);
        }

        @PostUpdate
        void postUpdate() {
            Calls.add("PostUpdate " + text);
        }

        @PreRemove
        void preRemove() {
            Calls.add("PreRemove " + text);
            if ("kept".equals(text)) {
                throw new IllegalStateException("kept");
            }
        }

        @PostRemove
        void postRemove() {
            Calls.add("PostRemove " + text);
        }

        @PostLoad
        void postLoad() {
            Calls.add("PostLoad " + text);
        }
    }

    /** Counts in its callback, by what is loaded for that. */
    @Entity
    static class Folder {
        @Id
        Integer id;

        @OneToMany(mappedBy = "folder", cascade = CascadeType.PERSIST)
        List<Page> pages = new ArrayList<>();

        @Transient
        int count;

        Folder(int id) {
            this.id = id;
        }

        @PostLoad
        void countPages() {
            count = pages.size();
        }
    }

    @Entity
    static class Page {
        @Id
        Integer id;

        @ManyToOne
        Folder folder;

        Page(int id, Folder folder) {
            this.id = id;
            this.folder = folder;
        }

        @PostPersist
        void postPersist() {
            Calls.add("PostPersist page");
        }

        @PreUpdate
        void preUpdate() {
            Calls.add("PreUpdate page");
        }

        @PostUpdate
        void postUpdate() {
            Calls.add("PostUpdate page");
        }
    }
}
