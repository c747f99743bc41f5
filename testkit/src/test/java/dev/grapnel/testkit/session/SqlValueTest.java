package dev.grapnel.testkit.session;

import static dev.grapnel.testkit.session.Meters.COUNT;
import static dev.grapnel.testkit.session.Meters.EAGER_COUNT;
import static dev.grapnel.testkit.session.Meters.ID;
import static dev.grapnel.testkit.session.Meters.LEVEL;
import static dev.grapnel.testkit.session.Meters.LITRES;
import static dev.grapnel.testkit.session.Meters.MAKER;
import static dev.grapnel.testkit.session.Meters.TOWN;
import static dev.grapnel.testkit.session.Meters.VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.SqlValue;
import dev.grapnel.testkit.session.Meters.EagerMeter;
import dev.grapnel.testkit.session.Meters.Meter;
import dev.grapnel.testkit.session.Meters.WaterMeter;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@EveryDatabase
@DisplayName("An expression of SQL as a value")
class SqlValueTest extends DatabaseTest {
    private static final Field<Integer> ONE_MORE = COUNT.plus(1);

    private final List<Object> told = new ArrayList<>();

    SqlValueTest() {
        super(Meters.ALL);
    }

    private <T> T flushed(T object) {
        session.add(object);
        session.flush();
        statements.clear();
        return object;
    }

    private Meter committed(int count) {
        Meter meter = flushed(new Meter(count));
        session.commit();
        assertThat(meter.count).isEqualTo(count);
        statements.clear();
        return meter;
    }

    private Integer stored(String column) {
        return direct().fetchOne("select " + column + " from meter").get(0, Integer.class);
    }

    @Nested
    class InAnUpdate {
        @Test
        @Tag("M-16")
        void isComputedFromWhatTheDatabaseHas() {
            Meter meter = flushed(new Meter(3));
            direct().execute("update meter set counted = 10");

            SqlValue.assign(meter, COUNT, ONE_MORE);
            session.flush();

            assertThat(meter.count).isEqualTo(11);
        }

        @Test
        @Tag("M-16")
        void isWrittenAlsoIfItChangesNothing() {
            Meter meter = flushed(new Meter(3));

            SqlValue.assign(meter, COUNT, DSL.val(3));

            assertThat(session.isModified(meter)).isTrue();
            session.flush();
            statements.assertStatements("UPDATE meter");
        }

        @Test
        @Tag("M-16")
        void isWrittenInPlaceOfNull() {
            Meter meter = flushed(new Meter(null));

            SqlValue.assign(meter, COUNT, DSL.coalesce(COUNT, 4));
            session.flush();

            assertThat(meter.count).isEqualTo(4);
        }

        @Test
        @Tag("I-20")
        void expiresTheAttributeInsideTheFlush() {
            Meter meter = flushed(new Meter(3));
            try (Subscription unused = InstanceEvents.on(Meter.class).expire(e -> told.add(e.attributes()));
                    Subscription after = Mapped.on(Meter.class).afterUpdate(e -> told.add("after"))) {
                SqlValue.assign(meter, COUNT, ONE_MORE);
                session.flush();
            }

            assertThat(told).containsExactly(List.of("count"), "after");
            assertThat(Instance.of(meter).unloaded()).contains("count");
        }

        @Test
        @Tag("I-20")
        void isNoGeneratedValue() {
            Meter meter = flushed(new Meter(3));
            try (Subscription unused = InstanceEvents.on(Meter.class).refreshFlush(e -> told.add(e.attributes()))) {
                SqlValue.assign(meter, COUNT, ONE_MORE);
                session.flush();
            }

            assertThat(told).containsExactly(List.of("version"));
        }

        @Test
        void standsBesidePlainValues() {
            Meter meter = flushed(new Meter(3));
            meter.name = "hall";

            SqlValue.assign(meter, COUNT, COUNT.times(COUNT));
            session.commit();

            assertThat(meter.name).isEqualTo("hall");
            assertThat(meter.count).isEqualTo(9);
        }

        @Test
        void mayBeOfAPrimitive() {
            Meter meter = flushed(new Meter(3));

            SqlValue.assign(meter, LEVEL, LEVEL.minus(5));
            session.flush();

            assertThat(meter.level).isEqualTo(-5);
        }

        @Test
        void isWrittenToTheTableOfItsSubclass() {
            WaterMeter meter = flushed(new WaterMeter(3));
            SqlValue.assign(meter, LITRES, DSL.val(20).plus(2));
            SqlValue.assign(meter, COUNT, ONE_MORE);

            session.flush();

            statements.assertStatements("UPDATE meter", "UPDATE water_meter");
            assertThat(meter.litres).isEqualTo(22);
            assertThat(meter.count).isEqualTo(4);
        }

        @Test
        @Tag("U-6")
        void keepsItsRowOutOfABatch() {
            List<Meter> meters = List.of(new Meter(1), new Meter(2), new Meter(3), new Meter(4));
            session.addAll(meters);
            session.flush();
            statements.clear();
            meters.forEach(meter -> meter.name = "all");
            SqlValue.assign(meters.get(2), COUNT, ONE_MORE);

            session.flush();

            statements.assertStatements("UPDATE meter ×2", "UPDATE meter", "UPDATE meter");
            assertThat(meters).extracting(meter -> meter.count).containsExactly(1, 2, 4, 4);
        }

        @Test
        @Tag("U-19")
        void goesWithTheVersion() {
            Meter meter = flushed(new Meter(3));
            direct().execute("update meter set version = 5");
            SqlValue.assign(meter, COUNT, ONE_MORE);

            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
        }

        @Test
        void leavesNoTextBehind() {
            Meter meter = flushed(new Meter(3));
            SqlValue.assign(meter, COUNT, ONE_MORE);
            int before = session.statements().size();

            session.flush();

            assertThat(session.statements().size()).isEqualTo(before);
        }

        @Test
        void thatTheDatabaseRefusesUndoesTheFlush() {
            Meter meter = committed(3);
            SqlValue.assign(meter, COUNT, DSL.field("no_such_column", Integer.class));

            assertThatThrownBy(session::flush).isInstanceOf(DatabaseException.class);
            session.rollback();
            session.flush();

            assertThat(meter.count).isEqualTo(3);
        }
    }

    @Nested
    class InAnInsert {
        @Test
        @Tag("M-16")
        void isComputedByTheDatabase() {
            Meter meter = new Meter(null);
            SqlValue.assign(meter, COUNT, DSL.val(40).plus(2));

            flushed(meter);

            assertThat(meter.id).isNotNull();
            assertThat(meter.count).isEqualTo(42);
            statements.assertStatements("SELECT meter");
        }

        @Test
        @Tag("I-20")
        void expiresTheAttribute() {
            Meter meter = new Meter(null);
            SqlValue.assign(meter, COUNT, DSL.val(40).plus(2));
            try (Subscription unused = InstanceEvents.on(Meter.class).expire(e -> told.add(e.attributes()))) {
                flushed(meter);
            }

            assertThat(told).containsExactly(List.of("count"));
        }

        @Test
        void mayStandForAllColumns() {
            EagerMeter first = new EagerMeter(1, null);
            EagerMeter second = new EagerMeter(2, null);
            SqlValue.assign(second, EAGER_COUNT, DSL.val("abc").length());
            session.addAll(List.of(first, second));

            session.flush();

            assertThat(first.count).isNull();
            assertThat(second.count).isEqualTo(3);
        }
    }

    @Nested
    class OfEagerClasses {
        @Test
        void comesWithTheInsert() {
            EagerMeter meter = new EagerMeter(1, null);
            SqlValue.assign(meter, EAGER_COUNT, DSL.val(40).plus(2));

            flushed(meter);

            assertThat(meter.count).isEqualTo(42);
            statements.assertNone();
        }

        @Test
        void comesWithTheUpdate() {
            EagerMeter meter = flushed(new EagerMeter(1, 3));
            SqlValue.assign(meter, EAGER_COUNT, EAGER_COUNT.plus(1));
            session.flush();
            statements.clear();

            assertThat(meter.count).isEqualTo(4);
            statements.assertNone();
        }

        @Test
        void isNoChangeOnceItCame() {
            EagerMeter meter = flushed(new EagerMeter(1, 3));
            SqlValue.assign(meter, EAGER_COUNT, EAGER_COUNT.plus(1));
            session.flush();

            assertThat(session.isModified(meter)).isFalse();
            session.flush();
            assertThat(meter.count).isEqualTo(4);
        }
    }

    @Nested
    class BeforeTheFlush {
        @Test
        void isAChangeOfTheObject() {
            Meter meter = flushed(new Meter(3));

            SqlValue.assign(meter, COUNT, ONE_MORE);

            assertThat(session.dirty()).containsExactly(meter);
            assertThat(Instance.of(meter).history("count").added()).containsExactly(ONE_MORE);
            assertThat(Instance.of(meter).history("count").deleted()).containsExactly(3);
        }

        @Test
        void isForetold() {
            Meter meter = flushed(new Meter(3));
            SqlValue.assign(meter, COUNT, ONE_MORE);

            assertThat(session.explainFlush().rows()).singleElement().satisfies(row -> {
                assertThat(row).hasToString("UPDATE meter (counted, version): Meter[" + meter.id + "]");
                assertThat(row.reasons()).map(Object::toString).containsExactly("count changed");
            });
        }

        @Test
        void firesModifiedAndNotSet() {
            Meter meter = flushed(new Meter(3));
            try (Subscription set = Events.on(COUNT).onSet(e -> told.add("set"));
                    Subscription modified = Events.on(COUNT).onModified(e -> told.add("modified"))) {
                SqlValue.assign(meter, COUNT, ONE_MORE);
            }

            assertThat(told).containsExactly("modified");
        }

        @Test
        void cannotBeRead() {
            Meter meter = flushed(new Meter(3));
            SqlValue.assign(meter, COUNT, ONE_MORE);

            assertThatThrownBy(() -> told.add(meter.count))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining(
                            "Cannot read attribute Meter.count of "
                                    + Instance.of(meter).state()
                                    + ": the next flush computes it by an expression of the database. Flush first, or set a plain value.");
        }

        @Test
        void cannotBeSerialised() {
            Meter meter = flushed(new Meter(3));
            SqlValue.assign(meter, COUNT, ONE_MORE);

            assertThatThrownBy(() -> Serialized.write(meter))
                    .hasMessageContaining("Cannot serialise attribute Meter.count of");
        }

        @Test
        void cannotBeCopied() {
            Meter meter = flushed(new Meter(3));
            SqlValue.assign(meter, COUNT, ONE_MORE);

            assertThatThrownBy(meter::copy).hasMessageContaining("Cannot copy attribute Meter.count of");
        }

        @Test
        void isMergedIntoTheSession() {
            Meter meter = committed(3);
            session.expunge(meter);
            SqlValue.assign(meter, COUNT, ONE_MORE);

            Meter merged = session.merge(meter);
            session.flush();

            assertThat(merged.count).isEqualTo(4);
        }
    }

    @Nested
    class Goes {
        @Test
        void withAPlainValue() {
            Meter meter = committed(3);
            SqlValue.assign(meter, COUNT, ONE_MORE);

            meter.count = 8;

            assertThat(meter.count).isEqualTo(8);
            session.flush();
            assertThat(stored("counted")).isEqualTo(8);
        }

        @Test
        void withAPlainValueThatIsAsBefore() {
            Meter meter = committed(3);
            SqlValue.assign(meter, COUNT, ONE_MORE);
            meter.count = 3;

            session.flush();

            statements.assertNone();
        }

        @Test
        void withAValueThatIsCleared() {
            Meter meter = committed(3);
            SqlValue.assign(meter, COUNT, ONE_MORE);
            meter.count = 8;
            Instance.of(meter).clear(COUNT);

            session.flush();

            assertThat(stored("counted")).isNull();
        }

        @Test
        void withARefresh() {
            Meter meter = committed(3);
            SqlValue.assign(meter, COUNT, ONE_MORE);

            session.refresh(meter);
            session.flush();

            assertThat(meter.count).isEqualTo(3);
        }

        @Test
        void withAnExpiryOfTheAttribute() {
            Meter meter = committed(3);
            SqlValue.assign(meter, COUNT, ONE_MORE);

            session.expire(meter, "count");
            session.flush();

            assertThat(meter.count).isEqualTo(3);
        }

        @Test
        @Tag("T-10")
        void withARollback() {
            Meter meter = committed(3);
            SqlValue.assign(meter, COUNT, ONE_MORE);

            session.rollback();
            session.flush();

            assertThat(meter.count).isEqualTo(3);
        }

        @Test
        void withAnotherExpression() {
            Meter meter = committed(3);
            SqlValue.assign(meter, COUNT, ONE_MORE);

            SqlValue.assign(meter, COUNT, COUNT.plus(10));
            session.flush();

            assertThat(meter.count).isEqualTo(13);
        }

        @Test
        void withTheFlushThatWroteIt() {
            Meter meter = committed(3);
            SqlValue.assign(meter, COUNT, ONE_MORE);
            session.flush();
            session.flush();

            assertThat(meter.count).isEqualTo(4);
        }
    }

    @Nested
    class IsRefused {
        @Test
        void forAKey() {
            assertThatThrownBy(() -> SqlValue.assign(new Meter(1), ID, DSL.val(1)))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageStartingWith("Cannot assign an expression to Meter.id of ")
                    .hasMessageContaining(": it is part of the key, which has to be known. Set a plain value.");
        }

        @Test
        void forAVersion() {
            assertThatThrownBy(() -> SqlValue.assign(new Meter(1), VERSION, DSL.val(1)))
                    .hasMessageContaining(": it is the version, which has to be known. Set a plain value.");
        }

        @Test
        void forAColumnThatAnUpdateDoesNotWrite() {
            Meter meter = flushed(new Meter(1));

            assertThatThrownBy(() -> SqlValue.assign(meter, MAKER, DSL.val("x")))
                    .hasMessageContaining(": it is a column that an UPDATE does not write. Set a plain value.");
        }

        @Test
        void forAPartOfAnEmbeddedValue() {
            assertThatThrownBy(() -> SqlValue.assign(new Meter(1), TOWN, DSL.val("Bern")))
                    .hasMessageContaining(
                            ": it is a part of an embedded value, which is assigned as a whole. Set a plain value.");
        }

        @Test
        void andLeavesTheObjectAsItIs() {
            Meter meter = flushed(new Meter(1));

            assertThatThrownBy(() -> SqlValue.assign(meter, VERSION, DSL.val(1)))
                    .isInstanceOf(InvalidArgumentException.class);

            assertThat(session.isModified(meter)).isFalse();
        }
    }
}
