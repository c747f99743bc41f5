package dev.grapnel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnhancerTest {

    private static final String ORDER = "@Entity class Order { String name; Order(String n) { name = n; } }";

    @TempDir
    private Path folder;

    @Test
    void enhancesClassesThatAreLoadedLater() throws Exception {
        String output = run(
                "Enhancer.install(\"shop\"); Enhancer.install(\"shop\"); work();",
                "new Order(\"x\"); print(Recorder.calls);");

        assertThat(output).contains("[begin Order]");
    }

    @Test
    void redirectsClassesThatWereLoadedAlready() throws Exception {
        String output = run(
                "Enhancer.install(\"shop\"); work();",
                "Recorder.stateOfNewObjects = InstanceState::new; new Order(\"x\").name = \"y\"; print(Recorder.calls);");

        assertThat(output).contains("[begin Order, initialize name=x, write name=y]");
    }

    @Test
    void namesClassesThatWereLoadedTooEarly() throws Exception {
        String output = run("new Order(\"x\"); Enhancer.install(\"shop\");", "");

        assertThat(output)
                .contains(
                        "EnhancementException: Cannot enhance shop.Order: loaded before Enhancer.install was called,"
                                + " and a loaded class cannot be given new members. Call Enhancer.install as the first statement");
    }

    @Test
    void namesARunningMethodThatCannotBeRedirected() throws Exception {
        String output = run("Enhancer.install(\"shop\"); new Order(\"x\").name = \"y\";", "");

        assertThat(output)
                .contains(
                        "EnhancementException: Cannot redirect field accesses in shop.Main.main: it reads or writes fields"
                                + " of classes to be enhanced, and it is running already");
    }

    @Test
    void joinsScopesThatAreInstalledOneByOne() throws Exception {
        String output = run(
                "Enhancer.install(\"lib\"); Enhancer.install(\"shop\"); work();",
                "new Rush(); print(Recorder.calls);",
                "package lib; @MappedSuperclass public class Base { public int a = 1; }",
                "@Entity class Rush extends lib.Base { int b = a; }");

        assertThat(output).contains("[begin Rush]");
    }

    @Test
    void logsClassesThatCannotBeEnhanced() throws Exception {
        String output = run(
                "Enhancer.install(EnhancementScope.ofPackages().withClasses(\"shop.Kind\")); work();",
                "print(Kind.A);",
                "enum Kind { A }");

        assertThat(output)
                .contains(
                        "The class shop.Kind stays as it is. Cannot enhance shop.Kind: it is named for enhancement but is an"
                                + " enum")
                .endsWith("A" + System.lineSeparator());
    }

    @Test
    void saysWhatToDoWhereNoAgentCanBeAttached() throws Exception {
        String output = new Program(folder, program("Enhancer.install(\"shop\");", ""))
                .with("-XX:+DisableAttachMechanism")
                .run();

        assertThat(output)
                .contains(
                        "EnhancementException: Cannot enhance classes from inside this program: the virtual machine does"
                                + " not let it attach an agent")
                .contains("start the program with -javaagent:grapnel-enhancer-agent.jar=<packages>");
    }

    @Test
    void wantsToKnowThePackages() {
        assertThatThrownBy(Enhancer::install)
                .isInstanceOf(EnhancementException.class)
                .hasMessage(
                        "Cannot start the enhancer: no package is given, so it does not know which classes to enhance."
                                + " Name the packages of your entities, as in Enhancer.install(\"com.acme.orders\").");
    }

    private String run(String main, String work, String... more) throws Exception {
        return new Program(folder, program(main, work, more))
                .with("-XX:+EnableDynamicAgentLoading")
                .run();
    }

    private static Map<String, byte[]> program(String main, String work, String... more) {
        String[] sources = Arrays.copyOf(more, more.length + 2);
        sources[more.length] = ORDER;
        sources[more.length + 1] =
                "package shop; import dev.grapnel.core.state.*; import dev.grapnel.enhancer.*; public class Main {"
                        + " public static void main(String[] args) { " + main + " } static void work() { " + work + " }"
                        + " static void print(Object o) { System.out.println(o); } }";
        return Compilation.compile(sources);
    }
}
