package dev.grapnel.testkit.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The entities of {@link ValuesContract}. */
final class BasicValues {
    static final Class<?>[] ENTITIES = {Sample.class};

    private BasicValues() {}

    enum Size {
        SMALL,
        LARGE
    }

    /** Has a column of each kind. */
    @Entity
    @Table(name = "contract_sample")
    static class Sample {
        @Id
        int id;

        boolean truth;
        byte tiny;
        short small;
        int number;
        long big;
        float single;
        double twice;

        @Nullable Boolean boxedTruth;

        @Nullable Byte boxedTiny;

        @Nullable Short boxedSmall;

        @Nullable Integer boxedNumber;

        @Nullable Long boxedBig;

        @Nullable Float boxedSingle;

        @Nullable Double boxedTwice;

        @Nullable Character letter;

        @Column(length = 40)
        @Nullable String text;

        @Lob
        @Nullable String longText;

        @Column(length = 16)
        byte @Nullable [] bytes;

        @Lob
        byte @Nullable [] manyBytes;

        @Column(precision = 12, scale = 3)
        @Nullable BigDecimal amount;

        @Nullable BigDecimal anyAmount;

        @Nullable BigInteger huge;

        @Nullable UUID uuid;

        @Nullable LocalDate day;

        @Nullable LocalTime time;

        @Nullable LocalDateTime dayAndTime;

        @Nullable OffsetTime offsetTime;

        @Nullable OffsetDateTime offsetDateTime;

        @Nullable Instant instant;

        @Column(name = "in_year")
        @Nullable Year year;

        @Nullable Duration duration;

        @Enumerated(EnumType.STRING)
        @Column(length = 20)
        @Nullable Size byName;

        @Enumerated
        @Nullable Size byPosition;

        Sample(int id) {
            this.id = id;
        }

        void fill() {
            fillNumbers();
            fillTimes();
            letter = 'é';
            text = "Żółw “🐢” ' \" \\ %_";
            longText = "é🐢".repeat(20_000);
            bytes = new byte[] {0, 1, -1, Byte.MIN_VALUE};
            manyBytes = new byte[100_000];
            manyBytes[99_999] = 7;
            uuid = UUID.fromString("0190f5a6-7b2c-7def-8123-456789abcdef");
            byName = Size.LARGE;
            byPosition = Size.LARGE;
        }

        private void fillNumbers() {
            truth = true;
            tiny = Byte.MIN_VALUE;
            small = Short.MIN_VALUE;
            number = Integer.MIN_VALUE;
            big = Long.MIN_VALUE;
            single = 1.5f;
            twice = 0.1;
            boxedTruth = false;
            boxedTiny = Byte.MAX_VALUE;
            boxedSmall = Short.MAX_VALUE;
            boxedNumber = Integer.MAX_VALUE;
            boxedBig = Long.MAX_VALUE;
            boxedSingle = -2.25f;
            boxedTwice = 1e100;
            amount = new BigDecimal("-123456789.125");
            anyAmount = new BigDecimal("1234.5678");
            huge = new BigInteger("123456789012345");
        }

        private void fillTimes() {
            day = LocalDate.of(1582, 10, 15);
            time = LocalTime.of(23, 59, 58, 123_456_000);
            dayAndTime = LocalDateTime.of(2240, 2, 29, 1, 2, 3, 654_321_000);
            offsetTime = OffsetTime.of(12, 30, 15, 0, ZoneOffset.ofHoursMinutes(5, 30));
            offsetDateTime = OffsetDateTime.of(2024, 3, 31, 2, 30, 0, 1_000, ZoneOffset.ofHours(-8));
            instant = Instant.parse("2055-10-27T00:30:00.999999Z");
            year = Year.of(1984);
            duration = Duration.ofDays(3).plusNanos(1);
        }
    }
}
