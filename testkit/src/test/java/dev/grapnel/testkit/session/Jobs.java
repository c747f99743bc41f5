package dev.grapnel.testkit.session;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A class whose values are kept as those of other types. */
final class Jobs {
    static final Class<?>[] ALL = {Job.class, MoneyConverter.class};

    private Jobs() {}

    record Money(int cents) {}

    enum Color {
        RED,
        BLUE
    }

    @Converter(autoApply = true)
    static final class MoneyConverter implements AttributeConverter<Money, Integer> {
        @Override
        public Integer convertToDatabaseColumn(Money money) {
            return money.cents();
        }

        @Override
        public Money convertToEntityAttribute(Integer cents) {
            return new Money(cents);
        }
    }

    static final class YesNo implements AttributeConverter<Boolean, String> {
        @Override
        public String convertToDatabaseColumn(Boolean value) {
            return value ? "Y" : "N";
        }

        @Override
        public Boolean convertToEntityAttribute(String text) {
            return text.equals("Y");
        }
    }

    /** A text from a text. */
    static final class Backwards implements AttributeConverter<String, String> {
        @Override
        public String convertToDatabaseColumn(String text) {
            return new StringBuilder(text).reverse().toString();
        }

        @Override
        public String convertToEntityAttribute(String text) {
            return new StringBuilder(text).reverse().toString();
        }
    }

    /** Writes no semicolons. */
    static final class Lines implements AttributeConverter<List<String>, String> {
        @Override
        public String convertToDatabaseColumn(List<String> lines) {
            if (lines.toString().contains(";")) {
                throw new IllegalArgumentException("a semicolon");
            }
            return String.join(";", lines);
        }

        @Override
        public List<String> convertToEntityAttribute(String text) {
            return new ArrayList<>(List.of(text.split(";")));
        }
    }

    static final class ColorCode implements AttributeConverter<Color, Integer> {
        @Override
        public Integer convertToDatabaseColumn(Color color) {
            return color == Color.RED ? 100 : 200;
        }

        @Override
        public Color convertToEntityAttribute(Integer code) {
            return code == 100 ? Color.RED : Color.BLUE;
        }
    }

    @Embeddable
    static class Paint {
        @Convert(converter = ColorCode.class)
        Color color;

        Money price;
    }

    @Entity
    @Table(name = "job")
    static class Job {
        @Id
        Integer id;

        Money wage;

        @Convert(converter = YesNo.class)
        @Column(length = 1)
        boolean done;

        @Convert(converter = Lines.class)
        List<String> notes;

        @Convert(converter = Backwards.class)
        String secret;

        Paint paint;

        @ElementCollection
        Set<Money> tips = new LinkedHashSet<>();

        Job(int id) {
            this.id = id;
        }
    }
}
