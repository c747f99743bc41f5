package dev.grapnel.sql.mapping;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.sql.Registry;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A wrong callback method or entity listener")
class BadCallbackTest {
    private static final String HERE = "dev.grapnel.sql.mapping.WrongCallbacks$";

    static Stream<Arguments> wrongClasses() {
        return Stream.of(
                arguments(
                        WrongCallbacks.Static.class,
                        "Cannot map method #Static.prepare(): a method with @PrePersist is neither static nor final. Leave that word out."),
                arguments(
                        WrongCallbacks.Final.class,
                        "Cannot map method #Final.prepare(): a method with @PrePersist is neither static nor final. Leave that word out."),
                arguments(
                        WrongCallbacks.Parameter.class,
                        "Cannot map method #Parameter.prepare(Object): in an entity class a method with @PrePersist takes no parameters and"
                                + " returns nothing. Who wants to be told more listens to the events of the class."),
                arguments(
                        WrongCallbacks.Result.class,
                        "Cannot map method #Result.loaded(): in an entity class a method with @PostLoad takes no parameters and returns nothing."
                                + " Who wants to be told more listens to the events of the class."),
                arguments(
                        WrongCallbacks.Throwing.class,
                        "Cannot map method #Throwing.prepare(): it throws java.io.IOException, and who adds, writes or loads an object cannot"
                                + " catch a checked exception. Throw an unchecked one."),
                arguments(
                        WrongCallbacks.Two.class,
                        "Cannot map method #Two.second(): its class has #Two.first() for @PrePersist already, and may have one method for it."
                                + " Make them one."),
                arguments(
                        WrongCallbacks.NoParameter.class,
                        "Cannot map method #NoParameterListener.told(): in an entity listener a method with @PrePersist takes one parameter, the"
                                + " object, and returns nothing."),
                arguments(
                        WrongCallbacks.Stranger.class,
                        "Cannot map method #StrangerListener.told(NoParameter): it takes #NoParameter, and its class listens to #Stranger. Let it"
                                + " take that class or a supertype, as Object."),
                arguments(
                        WrongCallbacks.TwoInListener.class,
                        "Cannot map method #TwoListener.second(Base): its class has #TwoListener.first(Object) for @PrePersist already, and may"
                                + " have one method for it. Make them one."),
                arguments(
                        WrongCallbacks.Embedding.class,
                        "Cannot map method #Place.loaded(): @PostLoad is for entity classes and their listeners, and this class is embeddable."
                                + " Move it to the class that embeds it, and call this method from there."),
                arguments(
                        WrongCallbacks.Argument.class,
                        "Cannot map class #Argument: its entity listener #ArgumentListener cannot be made: it has no constructor without"
                                + " parameters, or is abstract or an inner class. Add such a constructor, and make an inner class static."),
                arguments(
                        WrongCallbacks.Abstract.class,
                        "Cannot map class #Abstract: its entity listener #AbstractListener cannot be made: it has no constructor without"
                                + " parameters, or is abstract or an inner class. Add such a constructor, and make an inner class static."),
                arguments(
                        WrongCallbacks.Failing.class,
                        "Cannot map class #Failing: its entity listener #FailingListener cannot be made: its constructor threw"
                                + " java.lang.IllegalStateException: no clock. Repair it."));
    }

    @ParameterizedTest
    @MethodSource("wrongClasses")
    void isRefusedAndTheClassCanBeMappedBetterLater(Class<?> type, String message) {
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> Registry.of(type))
                    .isExactlyInstanceOf(MappingException.class)
                    .hasMessage(message.replace("#", HERE) + " [MAPPING]");
        }
    }
}
