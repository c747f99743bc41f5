package dev.grapnel.core.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What the stand-ins of the runtime were told, and what they are to answer. */
public final class Recorder {

    public static final List<String> calls = new ArrayList<>();
    public static boolean wantsArguments;
    public static boolean wantsInit;
    public static Object[] replacement;
    public static Supplier<InstanceState> stateOfNewObjects = () -> null;

    private Recorder() {}

    public static void reset() {
        calls.clear();
        wantsArguments = false;
        wantsInit = false;
        replacement = null;
        stateOfNewObjects = () -> null;
    }
}
