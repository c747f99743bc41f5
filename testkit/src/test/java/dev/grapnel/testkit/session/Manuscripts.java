package dev.grapnel.testkit.session;

import dev.grapnel.core.annotation.Deferred;
import dev.grapnel.core.annotation.Load;
import dev.grapnel.core.annotation.LoadStrategy;
import jakarta.persistence.Basic;
import jakarta.persistence.CascadeType;
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

/** A manuscript has more columns than one always wants, and a scribe who must not be looked up by accident. */
final class Manuscripts {
    static final Class<?>[] ALL = {Manuscript.class, Scribe.class};

    private Manuscripts() {}

    @Entity
    @Table(name = "scribe")
    static class Scribe {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        @OneToMany(mappedBy = "scribe", cascade = CascadeType.ALL)
        @Load(LoadStrategy.RAISE_ON_SQL)
        List<Manuscript> manuscripts = new ArrayList<>();

        Scribe(String name) {
            this.name = name;
        }
    }

    @Entity
    @Table(name = "manuscript")
    static class Manuscript {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String title;

        @Deferred(group = "text")
        String body = "the body";

        @Deferred(group = "text")
        String notes = "the notes";

        @Basic(fetch = FetchType.LAZY)
        String cover = "the cover";

        @Deferred(raises = true)
        String secret = "the secret";

        @ManyToOne
        @Load(LoadStrategy.RAISE_ON_SQL)
        Scribe scribe;

        Manuscript(String title) {
            this.title = title;
        }
    }
}
