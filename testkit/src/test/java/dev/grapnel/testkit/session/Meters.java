package dev.grapnel.testkit.session;

import dev.grapnel.core.annotation.EagerDefaults;
import dev.grapnel.sql.attribute.ColumnAttribute;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;

/** Classes with numbers that a database counts. */
final class Meters {
    static final Class<?>[] ALL = {Meter.class, EagerMeter.class, WaterMeter.class};

    static final ColumnAttribute<Meter, Integer> ID = ColumnAttribute.of(Meter.class, "id", Integer.class);
    static final ColumnAttribute<Meter, Integer> COUNT = ColumnAttribute.of(Meter.class, "count", Integer.class);
    static final ColumnAttribute<Meter, Integer> LEVEL = ColumnAttribute.of(Meter.class, "level", Integer.class);
    static final ColumnAttribute<Meter, String> MAKER = ColumnAttribute.of(Meter.class, "maker", String.class);
    static final ColumnAttribute<Meter, String> TOWN = ColumnAttribute.of(Meter.class, "place.town", String.class);
    static final ColumnAttribute<Meter, Integer> VERSION = ColumnAttribute.of(Meter.class, "version", Integer.class);
    static final ColumnAttribute<EagerMeter, Integer> EAGER_COUNT =
            ColumnAttribute.of(EagerMeter.class, "count", Integer.class);
    static final ColumnAttribute<WaterMeter, Integer> LITRES =
            ColumnAttribute.of(WaterMeter.class, "litres", Integer.class);

    private Meters() {}

    @Embeddable
    static class Place implements Serializable {
        private static final long serialVersionUID = 1L;

        String town;
    }

    @Entity
    @Table(name = "meter")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Meter implements Serializable, Cloneable {
        private static final long serialVersionUID = 1L;

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(name = "counted")
        Integer count;

        int level;

        String name;

        @Column(updatable = false)
        String maker;

        @Embedded
        Place place;

        @Version
        int version;

        Meter(Integer count) {
            this.count = count;
        }

        Meter copy() throws CloneNotSupportedException {
            return (Meter) super.clone();
        }
    }

    @Entity
    @Table(name = "water_meter")
    static class WaterMeter extends Meter {
        private static final long serialVersionUID = 1L;

        Integer litres;

        WaterMeter(Integer count) {
            super(count);
        }
    }

    @Entity
    @EagerDefaults
    @Table(name = "eager_meter")
    static class EagerMeter {
        @Id
        Integer id;

        @Column(name = "counted")
        Integer count;

        EagerMeter(Integer id, Integer count) {
            this.id = id;
            this.count = count;
        }
    }
}
