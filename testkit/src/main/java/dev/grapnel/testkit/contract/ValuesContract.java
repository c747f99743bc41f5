package dev.grapnel.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.sql.Session;
import dev.grapnel.testkit.contract.BasicValues.Sample;
import dev.grapnel.testkit.contract.BasicValues.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Values of each basic type go to the database and come back. It uses the table {@code contract_sample}. */
public abstract class ValuesContract extends ContractCase {

    /** For subclasses. */
    protected ValuesContract() {}

    @Override
    Class<?>[] entities() {
        return BasicValues.ENTITIES;
    }

    private void insertFilled() {
        try (Session session = open()) {
            Sample sample = new Sample(1);
            sample.fill();
            session.add(sample);
            session.commit();
        }
    }

    @Test
    void numbersComeBack() {
        insertFilled();
        try (Session session = open()) {
            Sample found = Objects.requireNonNull(session.get(Sample.class, 1));

            assertThat(found.truth).isTrue();
            assertThat(found.tiny).isEqualTo(Byte.MIN_VALUE);
            assertThat(found.small).isEqualTo(Short.MIN_VALUE);
            assertThat(found.number).isEqualTo(Integer.MIN_VALUE);
            assertThat(found.big).isEqualTo(Long.MIN_VALUE);
            assertThat(found.single).isEqualTo(1.5f);
            assertThat(found.twice).isEqualTo(0.1);
        }
    }

    @Test
    void boxedNumbersComeBack() {
        insertFilled();
        try (Session session = open()) {
            Sample found = Objects.requireNonNull(session.get(Sample.class, 1));

            assertThat(found.boxedTruth).isFalse();
            assertThat(found.boxedTiny).isEqualTo(Byte.MAX_VALUE);
            assertThat(found.boxedSmall).isEqualTo(Short.MAX_VALUE);
            assertThat(found.boxedNumber).isEqualTo(Integer.MAX_VALUE);
            assertThat(found.boxedBig).isEqualTo(Long.MAX_VALUE);
            assertThat(found.boxedSingle).isEqualTo(-2.25f);
            assertThat(found.boxedTwice).isEqualTo(1e100);
        }
    }

    @Test
    void decimalsComeBackWithTheirDigits() {
        insertFilled();
        try (Session session = open()) {
            Sample found = Objects.requireNonNull(session.get(Sample.class, 1));

            assertThat(found.amount).isEqualByComparingTo(new BigDecimal("-123456789.125"));
            assertThat(found.anyAmount).isEqualByComparingTo(new BigDecimal("1234.5678"));
            assertThat(found.huge).isEqualTo(new BigInteger("123456789012345"));
        }
    }

    @Test
    void textsAndBytesComeBack() {
        insertFilled();
        try (Session session = open()) {
            Sample found = Objects.requireNonNull(session.get(Sample.class, 1));

            assertThat(found.letter).isEqualTo('é');
            assertThat(found.text).isEqualTo("Żółw “🐢” ' \" \\ %_");
            assertThat(found.longText).isEqualTo("é🐢".repeat(20_000));
            assertThat(found.bytes).containsExactly(0, 1, -1, Byte.MIN_VALUE);
            assertThat(found.manyBytes).hasSize(100_000).endsWith(0, 7);
        }
    }

    @Test
    void timesComeBack() {
        insertFilled();
        try (Session session = open()) {
            Sample found = Objects.requireNonNull(session.get(Sample.class, 1));

            assertThat(found.day).isEqualTo(LocalDate.of(1582, 10, 15));
            assertThat(found.time).isEqualTo(LocalTime.of(23, 59, 58, 123_456_000));
            assertThat(found.dayAndTime).isEqualTo(LocalDateTime.of(2240, 2, 29, 1, 2, 3, 654_321_000));
            assertThat(found.year).isEqualTo(Year.of(1984));
            assertThat(found.duration).isEqualTo(Duration.ofDays(3).plusNanos(1));
        }
    }

    /** The offset itself may be lost: some databases keep a point in time and nothing else. */
    @Test
    void pointsInTimeComeBack() {
        insertFilled();
        try (Session session = open()) {
            Sample found = Objects.requireNonNull(session.get(Sample.class, 1));

            assertThat(found.instant).isEqualTo(Instant.parse("2055-10-27T00:30:00.999999Z"));
            assertThat(Objects.requireNonNull(found.offsetDateTime).toInstant())
                    .isEqualTo(OffsetDateTime.of(2024, 3, 31, 2, 30, 0, 1_000, ZoneOffset.ofHours(-8))
                            .toInstant());
            assertThat(found.offsetTime).isEqualTo(OffsetTime.of(12, 30, 15, 0, ZoneOffset.ofHoursMinutes(5, 30)));
        }
    }

    @Test
    void enumsAndUuidsComeBack() {
        insertFilled();
        try (Session session = open()) {
            Sample found = Objects.requireNonNull(session.get(Sample.class, 1));

            assertThat(found.uuid).isEqualTo(UUID.fromString("0190f5a6-7b2c-7def-8123-456789abcdef"));
            assertThat(found.byName).isEqualTo(Size.LARGE);
            assertThat(found.byPosition).isEqualTo(Size.LARGE);
        }
    }

    @Test
    void absentValuesAreNull() {
        try (Session session = open()) {
            session.add(new Sample(2));
            session.commit();
        }
        try (Session session = open()) {
            Sample found = Objects.requireNonNull(session.get(Sample.class, 2));

            assertThat(found.boxedTruth).isNull();
            assertThat(found.boxedBig).isNull();
            assertThat(found.letter).isNull();
            assertThat(found.bytes).isNull();
            assertThat(found.amount).isNull();
            assertThat(found.uuid).isNull();
            assertThat(found.instant).isNull();
            assertThat(found.byName).isNull();
        }
    }
}
