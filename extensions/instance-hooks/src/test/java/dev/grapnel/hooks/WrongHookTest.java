package dev.grapnel.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Registry;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A method that cannot be a hook is refused")
class WrongHookTest {
    private static final String HERE = "dev.grapnel.hooks.WrongHooks$";

    static Stream<Arguments> wrongClasses() {
        return Stream.of(
                arguments(
                        WrongHooks.Result.class,
                        "Cannot map method #Result.check(): a method with @BeforeInsert returns nothing, and goes on to the next listener. Let it"
                                + " return void."),
                arguments(
                        WrongHooks.Static.class,
                        "Cannot map method #Static.check(): it is static, and is to be called on an object. Leave static out."),
                arguments(
                        WrongHooks.FlushInRow.class,
                        "Cannot map method #FlushInRow.check(FlushContext): a method with @AfterUpdate takes any of these, each once: a Session, a"
                                + " PersistEvent, a StoreConnection. Leave out what is none of them."),
                arguments(
                        WrongHooks.RowInFlush.class,
                        "Cannot map method #RowInFlush.check(PersistEvent): a method with @NewBeforeFlush takes any of these, each once: a"
                                + " Session, a FlushContext, a FlushEvent. Leave out what is none of them."),
                arguments(
                        WrongHooks.Repeated.class,
                        "Cannot map method #Repeated.check(PersistEvent, PersistEvent): a method with @BeforeDelete takes any of these, each"
                                + " once: a Session, a PersistEvent, a StoreConnection. Leave out what is none of them."),
                arguments(
                        WrongHooks.Throwing.class,
                        "Cannot map method #Throwing.check(): it throws java.io.IOException, and who adds, writes or loads an object cannot catch"
                                + " a checked exception. Throw an unchecked one."),
                arguments(
                        WrongHooks.Two.class,
                        "Cannot map method #Two.second(): its class has #Two.first() for @AfterInsert already, and may have one method for it."
                                + " Make them one."));
    }

    @ParameterizedTest
    @MethodSource("wrongClasses")
    @Tag("L-24")
    void whenHooksAreSwitchedOn(Class<?> type, String message) {
        Registry registry = Registry.of(type);
        try {
            assertThatThrownBy(() -> InstanceHooks.on(registry))
                    .isExactlyInstanceOf(MappingException.class)
                    .hasMessage(message.replace("#", HERE) + " [MAPPING]");
        } finally {
            registry.dispose();
        }
    }

    @ParameterizedTest
    @MethodSource("wrongClasses")
    void whenItsClassIsMappedLater(Class<?> type, String message) {
        Registry registry = Registry.of();
        try (Subscription unused = InstanceHooks.on(registry)) {
            assertThatThrownBy(() -> registry.map(type))
                    .isExactlyInstanceOf(MappingException.class)
                    .hasMessage(message.replace("#", HERE) + " [MAPPING]");
            assertThat(registry.mappers()).isEmpty();
        } finally {
            registry.dispose();
        }
    }
}
