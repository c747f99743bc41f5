package dev.grapnel.testkit.session;

import dev.grapnel.core.annotation.InsertDefault;
import dev.grapnel.core.annotation.ServerDefault;
import dev.grapnel.core.annotation.UpdateDefault;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.function.Supplier;

/** Classes whose values are generated: by the program, by the database, and by the version counter. */
final class Stamps {
    static final Class<?>[] ALL = {Stamp.class, Plain.class, Form.class, Invoice.class, Counted.class};

    private Stamps() {}

    static final class Standard implements Supplier<String> {
        @Override
        public String get() {
            return "standard";
        }
    }

    static final class Touched implements Supplier<Integer> {
        @Override
        public Integer get() {
            return 7;
        }
    }

    @Entity
    @Table(name = "stamp")
    static class Stamp {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        @InsertDefault(Standard.class)
        String code;

        @UpdateDefault(Touched.class)
        Integer touched;

        @ServerDefault("'new'")
        String status;

        @Version
        int version;

        @Basic(fetch = FetchType.LAZY)
        String remark;

        Stamp(String name) {
            this.name = name;
        }
    }

    @Entity
    @Table(name = "plain")
    static class Plain {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        Plain(String name) {
            this.name = name;
        }
    }

    /** Has a column that only the database writes. */
    @Entity
    @Table(name = "counted")
    static class Counted {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        @Column(insertable = false, updatable = false)
        Integer total;

        Counted(String name) {
            this.name = name;
        }
    }

    @Entity
    @Table(name = "form")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Form {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @InsertDefault(Standard.class)
        String layout;
    }

    @Entity
    @Table(name = "invoice")
    static class Invoice extends Form {
        @InsertDefault(Standard.class)
        String terms;
    }
}
