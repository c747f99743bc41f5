package dev.grapnel.sql.mapping;

import dev.grapnel.core.annotation.PairedWith;
import dev.grapnel.core.annotation.PassiveDeletes;
import dev.grapnel.core.annotation.Reconstructor;
import dev.grapnel.core.annotation.Validates;
import dev.grapnel.core.annotation.ViewOnly;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Classes whose methods, or whose pairs of relationships, cannot be what their annotations say, each with one mistake. */
final class WrongMethods {
    private WrongMethods() {}

    @MappedSuperclass
    abstract static class Base {
        @Id
        int id;

        String phone;
    }

    @Entity
    static class Unknown extends Base {
        @Validates("fone")
        String check(String phone) {
            return phone;
        }
    }

    @Entity
    static class Nothing extends Base {
        @Validates({})
        String check(String phone) {
            return phone;
        }
    }

    @MappedSuperclass
    abstract static class Checked extends Base {
        @Validates("phone")
        private void first(String phone) {}
    }

    @Entity
    static class Twice extends Checked {
        @Validates("phone")
        void second(String phone) {}
    }

    @Entity
    static class Static extends Base {
        @Validates("phone")
        static String check(String phone) {
            return phone;
        }
    }

    @Entity
    static class NoParameters extends Base {
        @Validates("phone")
        String check() {
            return phone;
        }
    }

    @Entity
    static class NotToldOfRemoves extends Base {
        @Validates(value = "phone", includeRemoves = true)
        String check(String phone) {
            return phone;
        }
    }

    @Entity
    static class OtherType extends Base {
        @Validates({"phone", "id"})
        void check(String value) {}
    }

    @Entity
    static class OtherResult extends Base {
        @Validates("phone")
        int check(String phone) {
            return 0;
        }
    }

    @Entity
    static class Throwing extends Base {
        @Validates("phone")
        void check(String phone) throws IOException {}
    }

    @Entity
    static class LoadParameter extends Base {
        @Reconstructor
        void restore(String phone) {}
    }

    @Entity
    static class LoadTwice extends Base {
        @Reconstructor
        void first() {}

        @Reconstructor
        void second() {}
    }

    @Entity
    static class Alone extends Base {
        @ManyToOne
        @PairedWith(keepInStep = false)
        Alone other;
    }

    @Entity
    static class OtherPair extends Base {
        @ManyToOne
        OtherPair parent;

        @OneToMany(mappedBy = "parent")
        @PairedWith("other")
        List<OtherPair> children = new ArrayList<>();
    }

    @Entity
    static class CascadingView extends Base {
        @ManyToOne(cascade = CascadeType.PERSIST)
        @ViewOnly
        CascadingView other;
    }

    @Entity
    static class WrittenView extends Base {
        @ManyToOne
        WrittenView parent;

        @OneToMany(mappedBy = "parent")
        @ViewOnly
        @PassiveDeletes
        List<WrittenView> children = new ArrayList<>();
    }
}
