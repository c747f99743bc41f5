package dev.grapnel.enhancer;

import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.ByteBuddyAgent;

/**
 * Enhances classes while a program loads them, started by the program itself.
 *
 * <p>Call it as the first statement, before any class that is to be enhanced has been used:
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *     Enhancer.install("com.acme.orders");
 *     new Shop().open();
 * }
 * }</pre>
 *
 * <p>It attaches a Java agent to its own virtual machine. From Java 21 on that prints a warning unless the program is
 * started with {@code -XX:+EnableDynamicAgentLoading}. Where attaching is not possible, use {@code -javaagent}
 * ({@link EnhancerAgent}) or enhance in the build ({@link BuildTimeEnhancer}).
 *
 * <p>Safe for use by several threads.
 */
public final class Enhancer {

    private Enhancer() {}

    /**
     * Enhances classes of some packages and their sub-packages from now on. Naming a package again is harmless.
     *
     * @param packages names as {@code com.acme.orders}
     * @throws EnhancementException if no package is given or a name is not valid, if no agent can be attached, or if
     *     classes that should be enhanced have been loaded already; the message names them
     */
    public static void install(String... packages) {
        install(EnhancementScope.ofPackages(packages));
    }

    /**
     * Enhances the classes of a scope from now on, in addition to those of earlier calls.
     *
     * @param scope packages, and classes named one by one
     * @throws EnhancementException as {@link #install(String...)}
     */
    public static void install(EnhancementScope scope) {
        if (scope.isEmpty() || scope.isUnlimited()) {
            throw Problems.noPackages("Enhancer.install(\"com.acme.orders\")");
        }
        RunTimeEnhancement.start(scope, Enhancer::attach);
    }

    private static Instrumentation attach() {
        try {
            return ByteBuddyAgent.install();
        } catch (IllegalStateException | UnsupportedOperationException e) {
            throw Problems.cannotAttach(e);
        }
    }
}
