package dev.grapnel.sql.load;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.load.EntityPlan;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How a row of one shape of SELECT becomes an object: values by position. */
public final class TablePlan implements EntityPlan<RowCursor> {
    private final TableMapper mapper;
    private final SelectShape shape;
    private final List<Value> values = new ArrayList<>();
    private final List<AttributeTracker> expiring = new ArrayList<>();
    private final List<AttributeTracker> resetting = new ArrayList<>();
    private final List<AttributeTracker> eager = new ArrayList<>();
    private final int[] keyPositions;
    private final int discriminatorPosition;
    private final Map<Object, TablePlan> subclasses = new ConcurrentHashMap<>();

    private record Value(AttributeTracker attribute, int position) {}

    TablePlan(TableMapper mapper, SelectShape shape) {
        this.mapper = mapper;
        this.shape = shape;
        for (AttributeTracker attribute : mapper.manager().trackers()) {
            sort(attribute);
        }
        this.keyPositions = mapper.keyAttributes().stream()
                .mapToInt(key -> shape.position(key.name()))
                .toArray();
        AttributeTracker discriminator = mapper.discriminatorAttribute();
        this.discriminatorPosition = discriminator == null ? -1 : shape.position(discriminator.name());
    }

    private void sort(AttributeTracker attribute) {
        if (attribute.isRelationship()) {
            resetting.add(attribute);
            if (isEager((Relationship) attribute.parentToken())) {
                eager.add(attribute);
            }
            return;
        }
        int position = shape.position(attribute.name());
        if (position >= 0) {
            values.add(new Value(attribute, position));
        } else if (mapper != shape.mapper() && shape.mapper().property(attribute.name()) == null) {
            expiring.add(attribute);
        }
    }

    @Override
    public Mapper mapper() {
        return mapper;
    }

    @Override
    public EntityPlan<RowCursor> forRow(RowCursor row) {
        if (discriminatorPosition < 0) {
            return this;
        }
        Object value = row.value(discriminatorPosition);
        return value == null ? withoutDiscriminator(row) : subclasses.computeIfAbsent(value, this::subclass);
    }

    private TablePlan withoutDiscriminator(RowCursor row) {
        if (key(row) == null) {
            return this;
        }
        throw new InvalidRequestException("Cannot load " + key(row) + ": its discriminator "
                + mapper.discriminatorAttribute() + " is null, so its class is unknown. Set it in the database.");
    }

    private TablePlan subclass(Object value) {
        Mapper named = mapper.byDiscriminator(value);
        if (named == null) {
            throw new InvalidRequestException(
                    "Cannot load a row of " + mapper.type().getSimpleName() + ": no mapped class has the"
                            + " discriminator value '" + value + "'. Map that class, or correct the row.");
        }
        if (named == mapper) {
            return this;
        }
        if (!named.isA(mapper)) {
            throw new InvalidRequestException(
                    "Cannot load a row as " + mapper.type().getSimpleName() + ": its discriminator value '" + value
                            + "' stands for " + named.type().getSimpleName() + ", which is no subclass of it.");
        }
        return new TablePlan((TableMapper) named, shape);
    }

    @Override
    public @Nullable IdentityKey key(RowCursor row) {
        @Nullable Object[] parts = new Object[keyPositions.length];
        for (int at = 0; at < parts.length; at++) {
            parts[at] = row.value(keyPositions[at]);
        }
        return mapper.identityKey(parts, null);
    }

    @Override
    public void read(RowCursor row, InstanceState state) {
        for (Value value : values) {
            put(row, state, value);
        }
    }

    @Override
    public void read(RowCursor row, InstanceState state, Set<String> only) {
        for (Value value : values) {
            if (only.contains(value.attribute.name())) {
                put(row, state, value);
            }
        }
    }

    private static void put(RowCursor row, InstanceState state, Value value) {
        state.store(value.attribute.index(), row.value(value.position));
    }

    @Override
    public List<AttributeTracker> expiring() {
        return expiring;
    }

    @Override
    public List<AttributeTracker> resetting() {
        return resetting;
    }

    @Override
    public List<AttributeTracker> eager() {
        return eager;
    }

    /** Whether the objects of a relationship are loaded together with the object. */
    private static boolean isEager(Relationship relationship) {
        return switch (relationship.settings().strategy()) {
            case JOINED, SELECTIN, SUBQUERY, IMMEDIATE -> true;
            case SELECT, RAISE, RAISE_ON_SQL, NOLOAD -> false;
        };
    }
}
