package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.InitEvent;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Subscription;
import dev.grapnel.events.Watcher;
import dev.grapnel.sql.Registry;
import dev.grapnel.testkit.session.Gauges.Dial;
import dev.grapnel.testkit.session.Gauges.Gauge;
import dev.grapnel.testkit.session.Staff.Car;
import dev.grapnel.testkit.session.Staff.Truck;
import dev.grapnel.testkit.session.Staff.Vehicle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fires while the application constructs objects. */
@DisplayName("Construction:")
class ConstructionTest {
    private final List<Object> told = new ArrayList<>();
    private Registry registry;

    @BeforeEach
    void map() {
        registry = Registry.of(Gauge.class, Dial.class, Vehicle.class, Car.class, Truck.class);
    }

    @AfterEach
    void release() {
        registry.dispose();
    }

    private static <T> void onInit(Class<T> type, Watcher<InitEvent<T>> watcher) {
        InstanceEvents.on(type).init(watcher);
    }

    // ---- order ----

    @Test
    @Tag("I-1")
    void stateThenFirstInitThenInitThenTheConstructor() {
        InstanceEvents.on(Gauge.class).firstInit(e -> told.add("first_init"));
        onInit(Gauge.class, e -> {
            told.add("init");
            told.add(ClassManager.hasState(e.target()));
            told.add(e.target().name);
        });

        Gauge gauge = new Gauge("steam");
        told.add(gauge.name);

        assertThat(told).containsExactly("first_init", "init", true, null, "steam");
    }

    @Test
    @Tag("I-1")
    void failureIsToldAndThenGoesOn() {
        onInit(Gauge.class, e -> told.add("init"));
        InstanceEvents.on(Gauge.class).initFailure(e -> told.add(e.failure()));

        Throwable thrown = catchThrowable(() -> new Gauge(""));

        assertThat(thrown).hasMessage("a gauge needs a name");
        assertThat(told).containsExactly("init", thrown);
    }

    @Test
    @Tag("I-1")
    void failureOfASubclassIsToldOnceThoughItsSuperclassWasDone() {
        InstanceEvents.on(Gauge.class)
                .propagate()
                .initFailure(e -> told.add(e.failure().getMessage()));

        assertThatThrownBy(() -> new Dial(-1, "steam")).isInstanceOf(IllegalStateException.class);

        assertThat(told).containsExactly("negative");
    }

    @Test
    @Tag("I-1")
    void listenerThatRefusesStopsTheConstructorAndIsNoFailureOfIt() {
        onInit(Gauge.class, e -> {
            throw new IllegalStateException("no gauges today");
        });
        InstanceEvents.on(Gauge.class).initFailure(e -> told.add("failure"));

        assertThatThrownBy(() -> new Gauge("steam")).hasMessage("no gauges today");

        assertThat(told).isEmpty();
    }

    @Test
    @Tag("I-1")
    void constructorThatCallsAnotherOfItsClassFiresOnce() {
        onInit(Gauge.class, e -> told.add(e.arguments()));

        assertThat(new Gauge("steam", "psi").unit).isEqualTo("psi");

        assertThat(told).containsExactly(List.of("steam"));
    }

    // ---- first_init ----

    @Test
    @Tag("I-2")
    void firstInitFiresOnceForEachClassSubclassesOnTheirOwn() {
        InstanceEvents.on(Gauge.class).propagate().firstInit(e -> told.add(e.type()));

        new Gauge("a");
        new Gauge("b");
        new Dial(3, "c");
        new Dial(4, "d");

        assertThat(told).containsExactly(Gauge.class, Dial.class);
    }

    @Test
    @Tag("I-2")
    void firstInitHasTheManager() {
        InstanceEvents.on(Gauge.class).firstInit(e -> told.add(e.manager()));

        new Gauge("a");

        assertThat(told).containsExactly(ClassManager.find(Gauge.class));
    }

    // ---- arguments ----

    @Test
    @Tag("I-4")
    void replacedReferenceIsWhatTheConstructorGets() {
        onInit(Gauge.class, e -> e.replaceArgument(0, "water"));

        assertThat(new Gauge("steam").name).isEqualTo("water");
    }

    @ParameterizedTest
    @Tag("I-4")
    @CsvSource({"0, 11", "1, 12", "2, 13", "3, 14", "4, 1.5", "5, 2.5", "6, true", "7, x"})
    void replacedPrimitiveOfEachKindIsWhatTheConstructorGets(int position, String expected) {
        List<Object> others = List.of((byte) 11, (short) 12, 13, 14L, 1.5f, 2.5d, true, 'x');
        onInit(Gauge.class, e -> e.replaceArgument(position, others.get(position)));

        List<Object> given = new Gauge((byte) 1, (short) 2, 3, 4L, 5f, 6d, false, 'a').given;

        List<Object> wanted = new ArrayList<>(List.of((byte) 1, (short) 2, 3, 4L, 5f, 6d, false, 'a'));
        wanted.set(position, others.get(position));
        assertThat(given).isEqualTo(wanted);
        assertThat(given.get(position)).hasToString(expected);
    }

    @Test
    @Tag("I-4")
    void failureSeesReplacedArguments() {
        onInit(Gauge.class, e -> e.replaceArgument(0, ""));
        InstanceEvents.on(Gauge.class).initFailure(e -> told.addAll(e.arguments()));

        assertThatThrownBy(() -> new Gauge("steam")).hasMessage("a gauge needs a name");

        assertThat(told).containsExactly("");
    }

    @Test
    @Tag("I-4")
    void nextListenerSeesReplacedArguments() {
        onInit(Gauge.class, e -> e.replaceArgument(0, "water"));
        onInit(Gauge.class, e -> told.addAll(e.arguments()));

        new Gauge("steam");

        assertThat(told).containsExactly("water");
    }

    @Test
    @Tag("I-4")
    void argumentsThemselvesAreReadOnly() {
        onInit(Gauge.class, e -> e.arguments().set(0, "water"));

        assertThatThrownBy(() -> new Gauge("steam")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void argumentsOfASubclassAreReadableAndThoseOfItsSuperclassReplaceable() {
        onInit(Dial.class, e -> {
            told.add(e.leafArguments());
            told.add(e.constructorClass());
            e.replaceArgument(0, "water");
        });

        Dial dial = new Dial(7, "steam");

        assertThat(told).containsExactly(List.of(7, "steam"), Gauge.class);
        assertThat(dial.name + dial.marks).isEqualTo("water7");
    }

    @Test
    void replacementOfAWrongTypeIsAnErrorThatSaysWhichIsRight() {
        onInit(Gauge.class, e -> e.replaceArgument(2, "three"));

        assertThatThrownBy(() -> new Gauge((byte) 1, (short) 2, 3, 4L, 5f, 6d, false, 'a'))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("argument 2 of a constructor by a java.lang.String: the parameter is a int")
                .hasMessageContaining("Give a java.lang.Integer");
    }

    @Test
    void replacementOfAnArgumentThatIsNotThereIsAnError() {
        onInit(Gauge.class, e -> e.replaceArgument(1, "psi"));

        assertThatThrownBy(() -> new Gauge("steam"))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("argument 1 of a constructor of " + Gauge.class.getName() + ": it has 1");
    }

    // ---- what init does ----

    @Test
    @Tag("I-5")
    void firstConstructionConfiguresTheMappers() {
        try (Subscription unused = Mapped.onAll().beforeConfigured(e -> told.add("configured"))) {
            onInit(Car.class, e -> told.add("init"));
            new Car("A 1", 4);
        }

        assertThat(told).containsExactly("configured", "init");
    }

    @Test
    @Tag("I-5")
    void discriminatorIsSetWithAnEventBeforeListenersOnTheClass() {
        registry.mapper(Car.class).manager().tracker("class#DTYPE").events().onSet(e -> told.add("set " + e.value()));
        onInit(Car.class, e -> told.add("init"));

        Car car = new Car("A 1", 4);

        assertThat(told).containsExactly("set Car", "init");
        assertThat(Instance.of(car).get("class#DTYPE")).isEqualTo("Car");
    }

    // ---- failure ----

    @Test
    @Tag("I-6")
    void failureSeesWhatTheConstructorHadSetBefore() {
        InstanceEvents.on(Dial.class).initFailure(e -> told.add(e.target().name + e.target().marks));

        assertThatThrownBy(() -> new Dial(-1, "steam")).isInstanceOf(IllegalStateException.class);

        assertThat(told).containsExactly("steam-1");
    }
}
