package dev.grapnel.testkit.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The callback methods of JPA are called in their order:")
class CallbackOrderTest extends CallbackTest {
    CallbackOrderTest() {
        super(Stream.concat(Stream.of(Kennel.ALL), Stream.of(Letter.class)).toArray(Class<?>[]::new));
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        "listeners before methods, those of superclasses first",
                        Kennel.Cat::new,
                        "PetListener CatListener CatListener2 Animal"),
                rule(
                        "listeners of all classes before methods of all classes",
                        Kennel.SiameseCat::new,
                        "PetListener CatListener CatListener2 SiameseCatListener Animal SiameseCat"),
                rule(
                        "an overridden method is not called, the overriding one once",
                        Kennel.PersianCat::new,
                        "PetListener CatListener CatListener2 SiameseCatListener PersianCat"),
                rule(
                        "listeners of superclasses can be excluded, their methods not",
                        Kennel.Stray::new,
                        "SiameseCatListener Animal"),
                rule("what is excluded is so for subclasses, too", Kennel.Kitten::new, "SiameseCatListener Animal"),
                rule("what was excluded can be named again", Kennel.Adopted::new, "CatListener2 PetListener Animal"),
                rule("a listener that two classes name is called once", Kennel.Twice::new, "PetListener Animal"),
                rule("overriding without the annotation ends it", Kennel.Quiet::new, ""),
                rule("overriding with another annotation changes the moment", Kennel.Early::new, "Early"),
                rule(
                        "mapped superclasses count, and private methods do not override",
                        Kennel.Dog::new,
                        "KeptListener PrivateListener PackageListener PublicListener Kept Dog"),
                rule(
                        "methods of superclasses first, the most general first",
                        Kennel.Puppy::new,
                        "KeptListener PrivateListener PackageListener PublicListener Kept Dog Puppy"),
                rule("listeners inherit methods and override them", Kennel.Bird::new, "before KeptListener after Kept"),
                rule(
                        "one method may stand for several callbacks",
                        Kennel.Parrot::new,
                        "before Parrot KeptListener after Kept Parrot"));
    }

    private static Arguments rule(String rule, Supplier<?> object, String calls) {
        return arguments(rule, object, calls.isEmpty() ? List.of() : List.of(calls.split(" ")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void rule(String rule, Supplier<?> object, List<String> calls) {
        session.add(object.get());
        session.flush();

        assertThat(Calls.take()).as(rule).isEqualTo(calls);
    }

    @Test
    void thereIsOneListenerObjectForEachListenerClass() {
        session.add(new Kennel.Fish());
        session.add(new Kennel.Fish());
        session.flush();

        assertThat(Calls.take()).containsSubsequence("told of 1", "told of 2");
    }

    @Test
    void methodsThatArePrivateToAnotherPackageAreCalledAndNotOverridden() {
        Letter letter = new Letter(1);
        session.add(letter);

        assertThat(letter.stamps).containsExactly("listener", "superclass", "class");
    }
}
