package dev.grapnel.testkit.session;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Cows are in pens, pens in yards: each class comes before the one it refers to in the alphabet. */
final class Pasture {
    static final Class<?>[] ALL = {Yard.class, Pen.class, Cow.class};

    private Pasture() {}

    @Entity
    @Table(name = "yard")
    static class Yard {
        @Id
        Integer id = 1;
    }

    @Entity
    @Table(name = "pen")
    static class Pen {
        @Id
        Integer id = 1;

        @ManyToOne(fetch = FetchType.LAZY)
        Yard yard;
    }

    @Entity
    @Table(name = "cow")
    static class Cow {
        @Id
        Integer id = 1;

        @ManyToOne(fetch = FetchType.LAZY)
        Pen pen;
    }
}
