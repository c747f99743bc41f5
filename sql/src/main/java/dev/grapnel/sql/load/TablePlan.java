package dev.grapnel.sql.load;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.EmbeddedTracker;
import dev.grapnel.core.load.EagerReader;
import dev.grapnel.core.load.EntityPlan;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.load.OneByOne;
import dev.grapnel.core.load.PostLoad;
import dev.grapnel.core.load.RowHooks;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.mapping.ElementTable;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/** How a row becomes an object of one entity of a statement: values by position, and what comes with them. */
public final class TablePlan implements EntityPlan<RowCursor> {
    /** Virtual machines do not compile methods of more than 8,000 bytes, and a field takes up to 60. */
    private static final int MOST_FILLED = 100;

    private final TableMapper mapper;
    private final SelectNode node;
    private final List<Value> values = new ArrayList<>();
    /** The only part of the key, if that is in a field. */
    private final @Nullable Value keyInField;

    private final Value[] inFields;
    /** Where the value of each field is, for {@link Enhanced#$grapnel$fill}; null if there are too many fields. */
    private final int @Nullable [] places;

    private final Value[] elsewhere;
    /** The bits of all attributes in fields; zero if there are too many of them. */
    private final int fieldBits;

    /** Attributes in fields whose values the program may change inside. */
    private final int[] compared;

    private final EmbeddedTracker[] embedded;
    private final List<AttributeTracker> expiring = new ArrayList<>();
    private final List<AttributeTracker> resetting = new ArrayList<>();
    private final List<Left> deferred = new ArrayList<>(0);
    private final List<PostLoad> postLoads = new ArrayList<>(0);
    private final List<PostLoad> onRefresh = new ArrayList<>(0);
    private final int[] keyPositions;
    /** Of the first part of the key. */
    private final KeyPlace plainKey;

    private final int classPosition;
    private final Map<Object, TablePlan> subclasses = new ConcurrentHashMap<>();
    private final PlanHooks hooks;

    private record Value(AttributeTracker attribute, int index, int position, FieldForm form) {
        static Value of(AttributeTracker attribute, int position, DataType<?> column) {
            return new Value(attribute, attribute.index(), position, FieldForm.of(attribute.fieldType(), column));
        }
    }

    /** An attribute that the statement leaves out. */
    private record Left(int index, DeferredLoader loader) {}

    TablePlan(TableMapper mapper, SelectNode node) {
        this(mapper, node, null, mapper);
    }

    /** The plan of a subclass loads relationships of its superclass together with the objects of that. */
    private TablePlan(TableMapper mapper, SelectNode node, @Nullable TablePlan above, TableMapper ofRows) {
        this.mapper = mapper;
        this.node = node;
        this.hooks = new PlanHooks(ofRows, node);
        this.embedded = mapper.manager().embedded().toArray(EmbeddedTracker[]::new);
        for (AttributeTracker attribute : mapper.manager().trackers()) {
            sort(attribute);
        }
        int fields = mapper.manager().fieldCount();
        Value[] all = values.stream().filter(value -> value.index < fields).toArray(Value[]::new);
        this.compared = Stream.of(all)
                .mapToInt(value -> value.index)
                .filter(mapper.manager()::isCompared)
                .toArray();
        this.fieldBits = bits(all);
        this.keyInField = hasPlainKey()
                ? values.stream()
                        .filter(value -> value.index < fields && isKey(value))
                        .findFirst()
                        .orElse(null)
                : null;
        this.inFields =
                Stream.of(all).filter(value -> !value.equals(keyInField)).toArray(Value[]::new);
        this.places = fields > MOST_FILLED ? null : places(fields, inFields);
        this.elsewhere = values.stream().filter(value -> value.index >= fields).toArray(Value[]::new);
        node.deferred().forEach(name -> deferred.add(leave(name)));
        if (above == null) {
            loadChildrenLater();
        } else {
            postLoads.addAll(above.postLoads);
        }
        loadWhatSubclassesHave();
        this.keyPositions = mapper.keyAttributes().stream()
                .mapToInt(key -> node.position(key.name()))
                .toArray();
        String key = mapper.keyAttributes().get(0).name();
        this.plainKey = KeyPlace.of(keyPositions[0], mapper.column(key).column().dataType());
        this.classPosition = node.classPosition();
    }

    private static int[] places(int fields, Value... values) {
        int[] places = new int[fields];
        Arrays.fill(places, -1);
        for (Value value : values) {
            places[value.index] = value.form.place(value.attribute.fieldType(), value.position);
        }
        return places;
    }

    private boolean isKey(Value value) {
        return value.index == mapper.keyAttributes().get(0).index();
    }

    private static int bits(Value... values) {
        int bits = 0;
        for (Value value : values) {
            if (value.index >= Integer.SIZE) {
                return 0;
            }
            if (!value.attribute.manager().isCompared(value.index)) {
                bits |= 1 << value.index;
            }
        }
        return bits;
    }

    private Left leave(String name) {
        boolean raises = SelectShape.loading(node.mapper(), node.options(), name) == ColumnOptions.Loading.RAISING;
        return new Left(mapper.manager().tracker(name).index(), new DeferredLoader(name, raises));
    }

    private void sort(AttributeTracker attribute) {
        if (!attribute.acceptsScalarLoader()) {
            resetting.add(attribute);
            return;
        }
        int position = node.position(mapper, attribute.name());
        if (position >= 0) {
            values.add(Value.of(
                    attribute,
                    position,
                    mapper.column(attribute.name()).column().dataType()));
        } else if (node.expiresRest() || isOfSubclass(attribute)) {
            expiring.add(attribute);
        } else if (!node.deferred().contains(attribute.name())) {
            resetting.add(attribute);
        }
    }

    private boolean isOfSubclass(AttributeTracker attribute) {
        return mapper != node.mapper() && node.mapper().property(attribute.name()) == null;
    }

    private void loadChildrenLater() {
        for (SelectNode.Child child : node.children()) {
            Relationship relationship = child.relationship();
            if (child.strategy() == LoadStrategy.SELECTIN) {
                postLoads.add(
                        new SelectInLoader(mapper, relationship, node.options().below(relationship), node.path()));
            } else if (child.strategy() == LoadStrategy.IMMEDIATE) {
                postLoads.add(immediate(relationship));
            } else if (child.strategy() == LoadStrategy.SUBQUERY) {
                onRefresh.add(new OneByOne(mapper.manager().tracker(relationship.name())));
            }
        }
    }

    /** What was to be joined and leads back to a class of the statement is loaded afterwards, whatever classes the result has. */
    private PostLoad immediate(Relationship relationship) {
        AttributeTracker attribute = mapper.manager().tracker(relationship.name());
        boolean asked = node.options().strategyFor(relationship) == LoadStrategy.IMMEDIATE;
        return asked ? OneByOne.immediately(attribute) : new OneByOne(attribute);
    }

    private void loadWhatSubclassesHave() {
        for (Mapper at = mapper; at != node.mapper(); at = Objects.requireNonNull(at.parent())) {
            if (node.options().subclasses().afterwards().contains(at.type())
                    && !node.mapper().isSpread()) {
                postLoads.add(new SubclassLoader((TableMapper) at, node.mapper()));
            }
        }
        for (ElementTable elements : mapper.elementTables()) {
            loadElementsLater(elements);
        }
        for (Relationship relationship : mapper.relationships()) {
            boolean ofSubclass = node.mapper().property(relationship.name()) != relationship;
            if (ofSubclass && isEager(relationship.settings().strategy())) {
                postLoads.add(new OneByOne(mapper.manager().tracker(relationship.name())));
            }
        }
    }

    private void loadElementsLater(ElementTable elements) {
        String name = elements.property().name();
        LoadStrategy asked = node.options().strategyOf(name);
        boolean eager = asked == null ? elements.property().settings().eager() : isEager(asked);
        if (asked == LoadStrategy.JOINED || asked == LoadStrategy.SUBQUERY) {
            throw new InvalidRequestException("Cannot load collection " + elements.property() + " by " + asked
                    + ": it holds values and no objects. Load it by SELECTIN, or on its first read by SELECT.");
        }
        if (asked == LoadStrategy.IMMEDIATE) {
            postLoads.add(new OneByOne(mapper.manager().tracker(name)));
        } else if (eager) {
            postLoads.add(new ElementsInLoader(mapper, elements));
        }
    }

    private static boolean isEager(LoadStrategy strategy) {
        return switch (strategy) {
            case JOINED, SELECTIN, SUBQUERY, IMMEDIATE -> true;
            case SELECT, RAISE, RAISE_ON_SQL, NOLOAD -> false;
        };
    }

    @Override
    public Mapper mapper() {
        return mapper;
    }

    @Override
    public @Nullable Object origin() {
        return node.options().asOrigin();
    }

    // ---- classes ----

    @Override
    public EntityPlan<RowCursor> forRow(RowCursor row) {
        if (classPosition < 0) {
            return this;
        }
        Object value = row.value(classPosition);
        if (value == null) {
            return withoutDiscriminator(row);
        }
        TablePlan known = subclasses.get(value);
        return known == null ? subclasses.computeIfAbsent(value, this::subclass) : known;
    }

    private TablePlan withoutDiscriminator(RowCursor row) {
        if (key(row, null) == null) {
            return this;
        }
        throw new InvalidRequestException("Cannot load " + key(row, null) + ": its discriminator "
                + mapper.discriminatorAttribute() + " is null, so its class is unknown. Set it in the database.");
    }

    private TablePlan subclass(Object value) {
        Mapper named = node.classOf(value);
        if (named == null) {
            throw new InvalidRequestException("Cannot load a row of "
                    + mapper.type().getSimpleName() + ": no mapped class has the discriminator value '" + value
                    + "'. Map that class, or correct the row.");
        }
        if (named == mapper) {
            return this;
        }
        if (!named.isA(mapper)) {
            throw new InvalidRequestException(
                    "Cannot load a row as " + mapper.type().getSimpleName()
                            + ": its discriminator value '" + value + "' stands for "
                            + named.type().getSimpleName()
                            + ", which is no subclass of it.");
        }
        return new TablePlan((TableMapper) named, node, this, (TableMapper) named);
    }

    // ---- values ----

    @Override
    public @Nullable IdentityKey key(RowCursor row, @Nullable String token) {
        if (keyPositions.length == 1 && token == null) {
            return mapper.identityKey(row.value(keyPositions[0]));
        }
        @Nullable Object[] parts = new Object[keyPositions.length];
        for (int at = 0; at < parts.length; at++) {
            parts[at] = row.value(keyPositions[at]);
        }
        return mapper.identityKey(parts, token);
    }

    @Override
    public boolean hasPlainKey() {
        return mapper.keyAttributes().size() == 1
                && mapper.manager().identityRoot() == mapper.base().type();
    }

    @Override
    public @Nullable Object keyValue(RowCursor row, @Nullable Object previous) {
        return plainKey.read(row, previous);
    }

    @Override
    public void read(RowCursor row, InstanceState state) {
        if (state.keepsValuesElsewhere()) {
            for (Value value : values) {
                put(row, state, value);
            }
        } else {
            readFields(row, state);
            for (Value value : elsewhere) {
                put(row, state, value);
            }
        }
        for (EmbeddedTracker value : embedded) {
            value.forget(state);
        }
        for (Left left : deferred) {
            if (!state.has(left.index)) {
                state.loader(left.index, left.loader);
            }
        }
    }

    private void readFields(RowCursor row, InstanceState state) {
        Enhanced object = state.requireObject();
        if (keyInField != null) {
            putKey(row, state, object, keyInField);
        }
        if (places == null) {
            for (Value value : inFields) {
                value.form.put(row, value.position, object, value.index);
            }
        } else {
            object.$grapnel$fill(row, places);
        }
        if (fieldBits != 0) {
            state.markPresentAll(fieldBits);
        } else {
            for (Value value : inFields) {
                state.markPresent(value.index);
            }
        }
        for (int index : compared) {
            state.seal(index);
        }
    }

    /** The state has the key already, by which the row was found. */
    private static void putKey(RowCursor row, InstanceState state, Enhanced object, Value key) {
        Object known = state.plainIdentity();
        if (known == null) {
            key.form.put(row, key.position, object, key.index);
        } else {
            object.$grapnel$put(key.index, known);
        }
        state.markPresent(key.index);
    }

    @Override
    public void read(RowCursor row, InstanceState state, Set<String> only) {
        for (Value value : values) {
            if (only.contains(value.attribute.name())) {
                put(row, state, value);
            }
        }
        for (EmbeddedTracker value : embedded) {
            value.forgetIfOf(state, only);
        }
    }

    @Override
    public void readAbsent(RowCursor row, InstanceState state) {
        for (Value value : values) {
            if (!state.has(value.index)) {
                put(row, state, value);
            }
        }
    }

    private static void put(RowCursor row, InstanceState state, Value value) {
        state.store(value.index, row.value(value.position));
    }

    @Override
    public List<AttributeTracker> expiring() {
        return expiring;
    }

    @Override
    public List<AttributeTracker> resetting() {
        return resetting;
    }

    // ---- relationships ----

    @Override
    public List<EagerReader<RowCursor>> readers(LoadRun run) {
        if (node.children().isEmpty()) {
            return List.of();
        }
        List<EagerReader<RowCursor>> readers = new ArrayList<>(0);
        for (SelectNode.Child child : node.children()) {
            AttributeTracker attribute =
                    mapper.manager().tracker(child.relationship().name());
            if (child.joined() != null) {
                readers.add(new JoinedReader(attribute, run, child.joined().plan(), child.places()));
            } else if (child.strategy() == LoadStrategy.SUBQUERY && !run.isRefresh()) {
                readers.add(new SubqueryReader(mapper, child.relationship(), run, node));
            } else if (child.strategy() == LoadStrategy.NOLOAD) {
                readers.add(new EmptyReader(attribute));
            }
        }
        return readers;
    }

    @Override
    public List<PostLoad> postLoads(LoadRun run) {
        if (!run.isRefresh() || onRefresh.isEmpty()) {
            return postLoads;
        }
        List<PostLoad> all = new ArrayList<>(postLoads);
        all.addAll(onRefresh);
        return all;
    }

    // ---- hooks of the application ----

    @Override
    public boolean isHooked() {
        return hooks.isAny();
    }

    @Override
    public @Nullable RowHooks<RowCursor> hooks(LoadRun run) {
        return hooks.of(run);
    }

    @Override
    public EntityPlan<RowCursor> forObjectsOf(Mapper other) {
        return hooks.plan(other, named -> new TablePlan(named, node, this, hooks.mapper()));
    }
}
