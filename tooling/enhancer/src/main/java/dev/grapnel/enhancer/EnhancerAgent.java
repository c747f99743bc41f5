package dev.grapnel.enhancer;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * Enhances classes while a program loads them, started by the virtual machine before the program.
 *
 * <pre>{@code
 * java -javaagent:grapnel-enhancer-agent.jar=com.acme.orders,com.acme.stock,classes=com.acme.legacy.Customer -jar shop.jar
 * }</pre>
 *
 * <p>The arguments are packages (each with its sub-packages), separated by commas; each name after {@code classes=} is a
 * class that is enhanced with or without an annotation.
 */
public final class EnhancerAgent {

    private EnhancerAgent() {}

    /**
     * Called by the virtual machine.
     *
     * @param arguments what stands after the equals sign of the option
     * @param instrumentation the services of the virtual machine
     * @throws EnhancementException if the arguments name nothing or are not valid; the program does not start then
     */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        RunTimeEnhancement.start(AgentArguments.parse(arguments), () -> instrumentation);
    }

    /**
     * Called by the virtual machine when the agent is attached to a running program.
     *
     * @param arguments as for {@link #premain}
     * @param instrumentation the services of the virtual machine
     * @throws EnhancementException as {@link #premain}, and if classes in scope have been loaded already
     */
    public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
        premain(arguments, instrumentation);
    }
}
