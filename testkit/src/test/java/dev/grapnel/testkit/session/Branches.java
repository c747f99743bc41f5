package dev.grapnel.testkit.session;

import jakarta.persistence.CascadeType;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** Branches have clerks, who have skills; a log of another database refers to clerks. */
final class Branches {
    static final Class<?>[] ALL = {Branch.class, Clerk.class, Manager.class, Skill.class, Entry.class};

    private Branches() {}

    /** Marks what belongs to the log. */
    interface Logged {}

    @Entity
    @Table(name = "branch")
    static class Branch {
        @Id
        Integer id;

        String city;

        @OneToMany(mappedBy = "branch", cascade = CascadeType.ALL)
        @OrderBy("id")
        List<Clerk> clerks = new ArrayList<>();

        Branch(int id, String city) {
            this.id = id;
            this.city = city;
        }
    }

    @Entity
    @Table(name = "clerk")
    static class Clerk {
        @Id
        Integer id;

        String name;

        @ManyToOne(fetch = FetchType.LAZY)
        Branch branch;

        @ManyToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        @JoinTable(name = "clerk_skill")
        List<Skill> skills = new ArrayList<>();

        Clerk(int id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    @Entity
    static class Manager extends Clerk {
        Manager(int id, String name) {
            super(id, name);
        }
    }

    @Entity
    @Table(name = "skill")
    static class Skill {
        @Id
        String word;

        Skill(String word) {
            this.word = word;
        }
    }

    @Entity
    @Table(name = "entry")
    static class Entry implements Logged {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String text;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Clerk clerk;

        Entry(String text) {
            this.text = text;
        }
    }
}
