package dev.grapnel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent as it is shipped, with nothing on the class path but the runtime. */
class AgentJarIT {

    private static final String AGENT = System.getProperty("grapnel.agent");

    private static final Map<String, byte[]> PROGRAM = Compilation.compile(
            "@Entity class Order { String name; Order(String n) { name = n; } } class Customer { int orders; }",
            "package shop; import dev.grapnel.core.state.*; public class Main { public static void main(String[] args) {"
                    + " Recorder.stateOfNewObjects = InstanceState::new; new Order(\"x\").name = \"y\"; new Customer().orders++;"
                    + " System.out.println(Recorder.calls); } }");

    @TempDir
    private Path folder;

    @Test
    void enhancesPackagesAndNamedClasses() throws Exception {
        String output = program()
                .with("-javaagent:" + AGENT + "=shop,classes=shop.Customer")
                .run();

        assertThat(output)
                .isEqualToIgnoringNewLines(
                        "[begin Order, initialize name=x, write name=y, begin Customer, write orders=1]");
    }

    @Test
    void stopsTheProgramWhenNoPackageIsGiven() throws Exception {
        String output = program().with("-javaagent:" + AGENT).run();

        assertThat(output)
                .contains("Cannot start the enhancer: no package is given")
                .doesNotContain("[]");
    }

    @Test
    void worksWhereTheEnhancerIsOnTheClassPathToo() throws Exception {
        String output = new Program(folder, PROGRAM)
                .with("-javaagent:" + AGENT + "=shop")
                .run();

        assertThat(output).contains("[begin Order, initialize name=x, write name=y]");
    }

    private Program program() {
        return new Program(folder, PROGRAM).withLibraries("test-classes", "jakarta.persistence");
    }
}
