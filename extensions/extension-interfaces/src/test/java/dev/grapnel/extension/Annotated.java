package dev.grapnel.extension;

import dev.grapnel.core.instrument.Initiator;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.core.state.InstanceState;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Classes that name their extensions. */
final class Annotated {
    static final List<String> CALLS = new ArrayList<>();

    private Annotated() {}

    static class Stamp implements MapperExtension<Ticket> {
        @Override
        public Chain instrumentClass(Mapper mapper, Class<?> type) {
            CALLS.add("instrument " + type.getSimpleName());
            return Chain.CONTINUE;
        }

        @Override
        public Chain beforeInsert(Mapper mapper, StoreConnection connection, Ticket ticket) {
            CALLS.add("stamp " + ticket.id);
            return Chain.CONTINUE;
        }
    }

    static class Check implements MapperExtension<Ticket> {
        @Override
        public Chain beforeInsert(Mapper mapper, StoreConnection connection, Ticket ticket) {
            CALLS.add("check " + ticket.id);
            return Chain.CONTINUE;
        }
    }

    static class Upper implements AttributeExtension<String> {
        @Override
        public @Nullable String set(
                InstanceState state, @Nullable String value, @Nullable String oldValue, Initiator initiator) {
            return value == null ? null : value.toUpperCase(java.util.Locale.ROOT);
        }
    }

    @MappedSuperclass
    abstract static class Titled {
        @AttributeExtensions(Upper.class)
        String title;
    }

    @Entity
    @DiscriminatorColumn(name = "kind")
    @MapperExtensions(Stamp.class)
    static class Ticket extends Titled {
        @Id
        Integer id;

        @AttributeExtensions(Upper.class)
        String code;

        Ticket(Integer id) {
            this.id = id;
        }
    }

    @Entity
    @MapperExtensions({Check.class, Stamp.class})
    static class Season extends Ticket {
        Season(Integer id) {
            super(id);
        }
    }

    @Entity
    static class Unmapped {
        @Id
        Integer id;

        @jakarta.persistence.Transient
        @AttributeExtensions(Upper.class)
        String note;
    }

    static class NeedsArgument implements MapperExtension<Object> {
        NeedsArgument(String argument) {
            CALLS.add(argument);
        }
    }

    @Entity
    @MapperExtensions(NeedsArgument.class)
    static class Unmade {
        @Id
        Integer id;
    }
}
