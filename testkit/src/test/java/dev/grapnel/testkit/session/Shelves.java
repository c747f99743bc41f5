package dev.grapnel.testkit.session;

import dev.grapnel.core.annotation.ArrayColumn;
import dev.grapnel.core.annotation.Mutable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A class with arrays. */
final class Shelves {
    private Shelves() {}

    enum Genre {
        NOVEL,
        POEM
    }

    @Embeddable
    record Place(int floor, String @Nullable [] rooms) {}

    @Entity
    @Table(name = "shelf")
    static class Shelf {
        @Id
        int id;

        @Column(length = 40)
        String @Nullable [] titles;

        int @Nullable [] pages;

        @Nullable Integer @Nullable [] ratings;

        long[] sizes = {};

        boolean @Nullable [] lent;

        double @Nullable [] widths;

        UUID @Nullable [] codes;

        @Column(precision = 10, scale = 2)
        BigDecimal @Nullable [] prices;

        LocalDate @Nullable [] dates;

        URI @Nullable [] links;

        Genre @Nullable [] genres;

        @Enumerated(EnumType.STRING)
        Genre @Nullable [] names;

        @ArrayColumn
        @Column(length = 40)
        @Nullable List<String> tags;

        @ArrayColumn
        @Nullable Set<Integer> numbers;

        @Mutable
        @ArrayColumn
        @Nullable List<String> notes;

        @Mutable
        int @Nullable [] counts;

        @Nullable Place place;

        Shelf(int id) {
            this.id = id;
        }
    }
}
