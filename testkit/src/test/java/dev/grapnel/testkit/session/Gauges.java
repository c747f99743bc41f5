package dev.grapnel.testkit.session;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.util.List;

/** Classes whose constructors have parameters of every kind, do several things, and fail. */
final class Gauges {
    private Gauges() {}

    @Entity
    static class Gauge {
        @Id
        String name;

        String unit = "bar";

        @Transient
        List<Object> given;

        Gauge(String name) {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("a gauge needs a name");
            }
            this.name = name;
        }

        Gauge(byte b, short s, int i, long l, float f, double d, boolean z, char c) {
            this.name = "all";
            this.given = List.of(b, s, i, l, f, d, z, c);
        }

        Gauge(String name, String unit) {
            this(name);
            this.unit = unit;
        }
    }

    @Entity
    static class Dial extends Gauge {
        int marks;

        Dial(int marks, String name) {
            super(name);
            this.marks = marks;
            if (marks < 0) {
                throw new IllegalStateException("negative");
            }
        }
    }
}
