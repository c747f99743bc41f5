package dev.grapnel.core.flush.plan;

import dev.grapnel.core.annotation.PassiveDeletes;
import dev.grapnel.core.annotation.PassiveUpdates;
import dev.grapnel.core.annotation.PostUpdate;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** Trees with a relationship of each kind that a flush treats in a way of its own. No constraint of the database watches over the keys. */
final class Orchard {
    static final Class<?>[] ALL = {Tree.class, Leaf.class, Soil.class, Bird.class};

    private Orchard() {}

    @MappedSuperclass
    abstract static class Named {
        @Id
        String name;

        Named(String name) {
            this.name = name;
        }
    }

    @Entity
    @Table(name = "tree")
    static class Tree extends Named {
        @OneToMany
        @JoinColumn(name = "leaf_of", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        List<Leaf> leaves = new ArrayList<>();

        @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
        @JoinColumn(name = "bud_of", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        List<Leaf> buds = new ArrayList<>();

        @OneToMany
        @PostUpdate
        @JoinColumn(name = "late_of", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        List<Leaf> late = new ArrayList<>();

        @OneToMany
        @PassiveDeletes(all = true)
        @JoinColumn(name = "fallen_of", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        List<Leaf> fallen = new ArrayList<>();

        @OneToMany
        @PassiveUpdates(false)
        @JoinColumn(name = "named_of", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        List<Leaf> named = new ArrayList<>();

        @ManyToOne
        @JoinColumn(name = "soil", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Soil soil;

        @ManyToOne
        @PostUpdate
        @JoinColumn(name = "later_soil", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Soil later;

        @ManyToOne(cascade = CascadeType.REMOVE)
        @JoinColumn(name = "pot", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Soil pot;

        @OneToOne(cascade = CascadeType.ALL, orphanRemoval = true)
        @JoinColumn(name = "own_soil", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Soil own;

        @ManyToMany
        @PassiveUpdates(false)
        @JoinTable(
                name = "tree_bird",
                joinColumns = @JoinColumn(name = "tree", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)))
        List<Bird> birds = new ArrayList<>();

        @ManyToMany
        @JoinTable(name = "tree_nest")
        List<Bird> nests = new ArrayList<>();

        Tree(String name) {
            super(name);
        }
    }

    @Entity
    @Table(name = "leaf")
    static class Leaf extends Named {
        Leaf(String name) {
            super(name);
        }
    }

    @Entity
    @Table(name = "soil")
    static class Soil extends Named {
        Soil(String name) {
            super(name);
        }
    }

    @Entity
    @Table(name = "bird")
    static class Bird extends Named {
        @ManyToMany(mappedBy = "nests")
        List<Tree> trees = new ArrayList<>();

        Bird(String name) {
            super(name);
        }
    }
}
