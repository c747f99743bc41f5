package dev.grapnel.sql.mapping;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.grapnel.core.error.MappingException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A wrong method")
class BadMethodTest extends MappingTest {
    private static final String HERE = "dev.grapnel.sql.mapping.WrongMethods$";

    static Stream<Arguments> wrongClasses() {
        return Stream.of(
                arguments(
                        WrongMethods.Unknown.class,
                        "Cannot map method @Unknown.check(String): @Validates names 'fone', and class @Unknown has no attribute of that name."
                                + " Did you mean 'phone'?"),
                arguments(
                        WrongMethods.Nothing.class,
                        "Cannot map method @Nothing.check(String): @Validates names no attribute. Name one, or leave the annotation out."),
                arguments(
                        WrongMethods.Static.class,
                        "Cannot map method @Static.check(String): it is static, and is to be called on an object. Leave static out."),
                arguments(
                        WrongMethods.NoParameters.class,
                        "Cannot map method @NoParameters.check(): a validator takes the value, or the name of the attribute (a String) and the"
                                + " value; a boolean behind them needs includeRemoves = true."),
                arguments(
                        WrongMethods.NotToldOfRemoves.class,
                        "Cannot map method @NotToldOfRemoves.check(String): a validator with includeRemoves takes the value and a boolean, or"
                                + " the name of the attribute (a String), the value and a boolean."),
                arguments(
                        WrongMethods.OtherType.class,
                        "Cannot map method @OtherType.check(String): it takes a value of java.lang.String, and attribute 'id' has values of"
                                + " int. Let it take those."),
                arguments(
                        WrongMethods.OtherResult.class,
                        "Cannot map method @OtherResult.check(String): it returns int, which is to be stored in attribute 'phone' with values"
                                + " of java.lang.String. Return those, or nothing."),
                arguments(
                        WrongMethods.Throwing.class,
                        "Cannot map method @Throwing.check(String): it throws java.io.IOException, and who adds, writes or loads an object"
                                + " cannot catch a checked exception. Throw an unchecked one."),
                arguments(
                        WrongMethods.LoadParameter.class,
                        "Cannot map method @LoadParameter.restore(String): a method with @Reconstructor takes no parameters and"
                                + " returns nothing. What the load is about is told to a listener:"
                                + " InstanceEvents.on(LoadParameter.class).load(…)."),
                arguments(
                        WrongMethods.LoadTwice.class,
                        "Cannot map method @LoadTwice.second(): its class has @LoadTwice.first() to run on load already, and may have one"
                                + " method with @Reconstructor. Make them one."),
                arguments(
                        WrongMethods.Alone.class,
                        "Cannot map relationship Alone.other: @PairedWith says not to keep it in step, and it has no other side. Name the"
                                + " attribute of @Alone, or leave @PairedWith out."),
                arguments(
                        WrongMethods.OtherPair.class,
                        "Cannot map field @OtherPair.children: it is mapped by 'parent' and paired with 'other'. Leave the name in"
                                + " @PairedWith out: mappedBy pairs both sides."),
                arguments(
                        WrongMethods.CascadingView.class,
                        "Cannot map field @CascadingView.other: it is @ViewOnly, so nothing done to it is written, and it cascades. Leave"
                                + " cascade and orphanRemoval out, or let the relationship cascade that is written."),
                arguments(
                        WrongMethods.WrittenView.class,
                        "Cannot map field @WrittenView.children: it is @ViewOnly, so nothing done to it is written, and @PassiveDeletes says"
                                + " how it is written. Leave one of them out."));
    }

    private static String inFull(String message) {
        // An annotation of the text is no class of this test.
        String annotated =
                message.replaceAll("@(Validates|Reconstructor|PostLoad|PairedWith|ViewOnly|PassiveDeletes)", "#$1");
        return annotated.replace("@", HERE).replace('#', '@') + " [MAPPING]";
    }

    @ParameterizedTest
    @MethodSource("wrongClasses")
    void isRefusedAndTheClassCanBeMappedBetterLater(Class<?> type, String message) {
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> map(type))
                    .isExactlyInstanceOf(MappingException.class)
                    .hasMessage(inFull(message));
        }
    }

    @Test
    @Tag("A-43")
    void isASecondValidatorOfAnAttribute() {
        assertThatThrownBy(() -> map(WrongMethods.Twice.class))
                .isExactlyInstanceOf(MappingException.class)
                .hasMessage("Cannot map validator " + HERE + "Twice.second(String): attribute 'phone' of " + HERE
                        + "Twice is validated by " + HERE + "Checked.first(String) already, and may have one validator."
                        + " Make them one, or listen to the attribute for the second. [MAPPING]");
    }
}
