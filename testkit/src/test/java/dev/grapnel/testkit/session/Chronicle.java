package dev.grapnel.testkit.session;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** Scribes write entries of several lines and count them: three tables that agree after each commit, or something was written by half. */
final class Chronicle {
    static final Class<?>[] ALL = {Scribe.class, Entry.class, Line.class};

    private Chronicle() {}

    @Entity
    @Table(name = "scribe")
    static class Scribe {
        @Id
        Integer id;

        int written;

        Scribe(Integer id) {
            this.id = id;
        }
    }

    @Entity
    @Table(name = "chronicle_entry")
    static class Entry {
        @Id
        Long serial;

        @Column(name = "scribe_id")
        int scribe;

        int total;

        @OneToMany(mappedBy = "entry", cascade = CascadeType.ALL)
        List<Line> lines = new ArrayList<>();

        Entry(long serial, int scribe, int total) {
            this.serial = serial;
            this.scribe = scribe;
            this.total = total;
            for (int at = 0; at < total; at++) {
                lines.add(new Line());
            }
        }
    }

    @Entity
    @Table(name = "chronicle_line")
    static class Line {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        Entry entry;
    }
}
