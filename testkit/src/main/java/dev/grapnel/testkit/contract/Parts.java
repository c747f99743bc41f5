package dev.grapnel.testkit.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entities of {@link SchemaContract}. */
final class Parts {
    /** Two tables of its own, and those of all other parts of the contract that need no sequence. */
    static final Class<?>[] ENTITIES = Stream.of(
                    new Class<?>[] {Part.class, Supplier.class},
                    Bookshelf.ENTITIES,
                    BasicValues.ENTITIES,
                    KeyKinds.ENTITIES,
                    Hierarchies.ENTITIES)
            .flatMap(Stream::of)
            .toArray(Class<?>[]::new);

    private Parts() {}

    @Entity
    @Table(name = "contract_supplier")
    static class Supplier {
        @Id
        int id;
    }

    @Entity
    @Table(name = "contract_part", indexes = @Index(name = "contract_part_width", columnList = "width"))
    static class Part {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable Integer id;

        @Column(nullable = false, unique = true, length = 40)
        @Nullable String label;

        @Nullable Integer width;

        @ManyToOne(fetch = FetchType.LAZY)
        @Nullable Supplier supplier;
    }
}
