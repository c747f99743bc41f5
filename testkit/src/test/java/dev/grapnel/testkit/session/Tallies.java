package dev.grapnel.testkit.session;

import dev.grapnel.core.annotation.EagerDefaults;
import dev.grapnel.core.annotation.InsertDefault;
import dev.grapnel.core.annotation.InsertExpression;
import dev.grapnel.core.annotation.PostUpdate;
import dev.grapnel.core.annotation.UpdateDefault;
import dev.grapnel.core.annotation.UpdateExpression;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.schema.SqlDefault;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Classes whose statements compute values by expressions that the mapping declares. */
final class Tallies {
    static final Class<?>[] ALL = {
        Tally.class, EagerTally.class, LazyTally.class, Drawn.class, DrawnTwice.class, Team.class, Player.class
    };

    static final ColumnAttribute<Tally, Integer> LEVEL = ColumnAttribute.of(Tally.class, "level", Integer.class);

    private Tallies() {}

    /** In jOOQ's words, with constants and a typed attribute. */
    static final class OneMore implements SqlDefault<Integer> {
        @Override
        public Field<Integer> get() {
            return DSL.coalesce(LEVEL, DSL.val(10)).plus(1);
        }
    }

    static final class Greeting implements SqlDefault<String> {
        @Override
        public Field<String> get() {
            return DSL.concat(DSL.val("hel"), DSL.val("lo"));
        }
    }

    static final class Touched implements java.util.function.Supplier<Integer> {
        @Override
        public Integer get() {
            return 9;
        }
    }

    @Embeddable
    static class Mark {
        @InsertExpression("3 + 4")
        Integer code;

        String text;
    }

    @MappedSuperclass
    abstract static class Counts {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        @InsertExpression("1 + 1")
        Integer grade;

        @InsertExpression("0")
        @UpdateExpression("\"changes\" + 1")
        Integer changes;

        Counts(String name) {
            this.name = name;
        }
    }

    @Entity
    @Table(name = "tally")
    static class Tally extends Counts {
        @UpdateDefault(OneMore.class)
        Integer level;

        @InsertDefault(Greeting.class)
        String greeting;

        @Embedded
        Mark mark;

        Tally(String name) {
            super(name);
        }
    }

    @Entity
    @EagerDefaults
    @Table(name = "eager_tally")
    static class EagerTally extends Counts {
        EagerTally(String name) {
            super(name);
        }
    }

    @Entity
    @EagerDefaults(EagerDefaults.When.NEVER)
    @Table(name = "lazy_tally")
    static class LazyTally extends Counts {
        LazyTally(String name) {
            super(name);
        }
    }

    /** Has a key that the INSERT computes. */
    @Entity
    @Table(name = "drawn")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Drawn {
        @Id
        @InsertExpression("(select coalesce(max(\"id\"), 40) + 2 from \"drawn\")")
        Integer id;

        String name;

        Drawn(String name) {
            this.name = name;
        }
    }

    @Entity
    @Table(name = "drawn_twice")
    static class DrawnTwice extends Drawn {
        @UpdateExpression("coalesce(\"times\", 0) + 1")
        Integer times;

        String more;

        DrawnTwice(String name) {
            super(name);
        }
    }

    /** Its leader is written by an update of its own. */
    @Entity
    @Table(name = "team")
    static class Team {
        @Id
        Integer id;

        String name;

        @ManyToOne
        @PostUpdate
        Player leader;

        @UpdateExpression("coalesce(\"changes\", 0) + 1")
        Integer changes;

        @UpdateDefault(Touched.class)
        Integer touched;

        @Version
        int version;

        Team(int id) {
            this.id = id;
        }
    }

    @Entity
    @Table(name = "player")
    static class Player {
        @Id
        Integer id;

        @ManyToOne
        Team team;

        Player(int id, Team team) {
            this.id = id;
            this.team = team;
        }
    }
}
