package dev.grapnel.testkit.session;

import dev.grapnel.core.annotation.InsertDefault;
import dev.grapnel.core.annotation.Mutable;
import dev.grapnel.core.value.TrackedValue;
import dev.grapnel.core.value.ValueCopier;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Basic;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A class with values that are changed inside. */
final class Sheets {
    private Sheets() {}

    /** Has no {@code equals}: two of them are never the same for Java. */
    static final class Words implements Serializable {
        private static final long serialVersionUID = 1L;

        final ArrayList<String> list = new ArrayList<>();

        Words(String... words) {
            list.addAll(List.of(words));
        }
    }

    static final class WordsConverter implements AttributeConverter<Words, String> {
        @Override
        public String convertToDatabaseColumn(Words words) {
            return String.join(" ", words.list);
        }

        @Override
        public Words convertToEntityAttribute(String text) {
            return new Words(text.split(" "));
        }
    }

    static final class NumbersConverter implements AttributeConverter<List<Integer>, String> {
        @Override
        public String convertToDatabaseColumn(List<Integer> numbers) {
            return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
        }

        @Override
        public List<Integer> convertToEntityAttribute(String text) {
            return Arrays.stream(text.split(","))
                    .map(Integer::valueOf)
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }

    /** Counts what is copied. */
    static final class NumbersCopier implements ValueCopier<List<Integer>> {
        static int copies;

        @Override
        public List<Integer> copy(List<Integer> numbers) {
            copies++;
            return new ArrayList<>(numbers);
        }
    }

    /** Tells of its changes. */
    static final class Grid extends TrackedValue {
        private final int[] cells;

        Grid(int... cells) {
            this.cells = cells;
        }

        int get(int at) {
            return cells[at];
        }

        void put(int at, int value) {
            cells[at] = value;
            changed();
        }

        void putSilently(int at, int value) {
            cells[at] = value;
        }
    }

    static final class GridConverter implements AttributeConverter<Grid, String> {
        /** How often a value was written in its stored form. */
        static int written;

        @Override
        public String convertToDatabaseColumn(Grid grid) {
            written++;
            return Arrays.stream(grid.cells).mapToObj(String::valueOf).collect(Collectors.joining(","));
        }

        @Override
        public Grid convertToEntityAttribute(String text) {
            return new Grid(
                    Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray());
        }
    }

    @Entity
    @Table(name = "plot")
    static class Plot {
        @Id
        int id;

        @Version
        int version;

        @Mutable
        @Convert(converter = GridConverter.class)
        @Nullable Grid grid;

        Plot(int id) {
            this.id = id;
        }
    }

    @Embeddable
    static class Frame implements Serializable {
        private static final long serialVersionUID = 1L;

        int width;

        @Mutable
        @Convert(converter = NumbersConverter.class)
        List<Integer> marks;

        Frame(int width, List<Integer> marks) {
            this.width = width;
            this.marks = marks;
        }
    }

    @Entity
    @Table(name = "sheet")
    static class Sheet implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        int id;

        @Version
        int version;

        @Nullable String name;

        @Mutable
        byte @Nullable [] picture;

        @Mutable
        @Convert(converter = WordsConverter.class)
        @Nullable Words words;

        @Mutable(copier = NumbersCopier.class)
        @Convert(converter = NumbersConverter.class)
        @Nullable List<Integer> numbers;

        @Mutable
        @Basic(fetch = FetchType.LAZY)
        byte @Nullable [] scan;

        /** Taken for immutable. */
        byte @Nullable [] seal;

        @Nullable Frame frame;

        Sheet(int id) {
            this.id = id;
        }
    }

    /** Gives the same array each time. */
    static final class Blank implements Supplier<byte[]> {
        @Override
        public byte[] get() {
            return SHARED;
        }

        private static final byte[] SHARED = {1};
    }

    @Entity
    @Table(name = "draft")
    static class Draft {
        @Id
        int id;

        @Mutable
        @InsertDefault(Blank.class)
        byte @Nullable [] page;

        Draft(int id) {
            this.id = id;
        }
    }

    /** Has more attributes than the record of an object has bits. */
    @Entity
    @Table(name = "wide_sheet")
    @SuppressWarnings("unused") // there are many of them
    static class WideSheet {
        @Id
        int id;

        int a0, a1, a2, a3, a4, a5, a6, a7, a8, a9;
        int b0, b1, b2, b3, b4, b5, b6, b7, b8, b9;
        int c0, c1, c2, c3, c4, c5, c6, c7, c8, c9;
        int d0, d1, d2, d3, d4, d5, d6, d7, d8, d9;

        @Mutable
        byte[] last = {1};

        WideSheet(int id) {
            this.id = id;
        }
    }
}
