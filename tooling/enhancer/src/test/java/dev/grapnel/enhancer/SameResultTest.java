package dev.grapnel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way of applying the enhancer gives the same class, byte for byte. */
class SameResultTest {

    private static final String[] SOURCES = {
        "@MappedSuperclass abstract class Base<T> { T a; private long b = 3; Base(T a) { this.a = a; } class Inner { long c = b++; } }",
        "@Entity class Order extends Base<String> implements java.io.Serializable { final int c; Order() { super(\"x\"); c = 1; }"
                + " static String s = \"s\"; static { for (int i = 0; i < 3; i++) s += i; } }",
        "class Till { int a(Order o) { return o.c; } }",
        """
        package shop;
        import java.lang.instrument.*; import java.security.ProtectionDomain;
        public class Main {
          public static void main(String[] args) throws Exception {
            if (System.getProperty("install") != null) dev.grapnel.enhancer.Enhancer.install("shop");
            Instrumentation vm = net.bytebuddy.agent.ByteBuddyAgent.install();
            vm.addTransformer(new ClassFileTransformer() {
              public byte[] transform(ClassLoader l, String name, Class<?> c, ProtectionDomain d, byte[] bytes) {
                if (name != null && name.startsWith("shop/") && !name.contains("Main")) seen.put(name, bytes.length + "/" + Arrays.hashCode(bytes));
                return null;
              } }, true);
            for (String name : new String[] {"Base", "Base$Inner", "Order", "Till"}) Class.forName("shop." + name);
            System.out.println(seen);
          }
          static final Map<String, String> seen = new TreeMap<>();
        }
        """
    };

    @TempDir
    private Path folder;

    @Test
    void inABuildAndWhileLoading() throws Exception {
        Map<String, byte[]> classes = Compilation.compile(SOURCES);
        String expected = expected(classes);

        String agent = new Program(folder, classes)
                .with("-XX:+EnableDynamicAgentLoading", "-javaagent:" + agentJar() + "=shop")
                .run();
        String installed = new Program(folder, classes)
                .with("-XX:+EnableDynamicAgentLoading", "-Dinstall=true")
                .run();
        BuildTimeEnhancer.of(EnhancementScope.ofPackages("shop")).enhance(folder);
        String built = new Program(folder, Map.of())
                .with("-XX:+EnableDynamicAgentLoading")
                .run();

        assertThat(agent).contains(expected);
        assertThat(installed).contains(expected);
        assertThat(built).contains(expected);
    }

    private static String expected(Map<String, byte[]> classes) {
        Map<String, String> expected =
                Fixture.fingerprints(Fixture.enhance(EnhancementScope.ofPackages("shop"), classes));
        expected.keySet().removeIf(name -> name.contains("Main"));
        return expected.toString();
    }

    /** An agent jar as thin as can be; the class path of the program has the classes. */
    private Path agentJar() throws Exception {
        Path jar = folder.resolve("agent.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", EnhancerAgent.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
