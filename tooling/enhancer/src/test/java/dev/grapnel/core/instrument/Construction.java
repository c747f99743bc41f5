package dev.grapnel.core.instrument;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.Recorder;
import java.util.Arrays;

/** Stands for the construction hooks of the runtime. */
public final class Construction {

    private Construction() {}

    public static void leaf(Class<?> declaring, Object[] arguments) {
        Recorder.calls.add("leaf " + declaring.getSimpleName() + Arrays.toString(arguments));
    }

    public static boolean begin(Enhanced self) {
        self.$grapnel$state(Recorder.stateOfNewObjects.get());
        Recorder.calls.add("begin " + self.getClass().getSimpleName());
        return Recorder.wantsInit;
    }

    public static Object[] init(Enhanced self, Class<?> declaring, Object[] arguments) {
        Recorder.calls.add("init " + declaring.getSimpleName() + Arrays.toString(arguments));
        return Recorder.replacement;
    }

    public static void failed(Enhanced self, Class<?> declaring, Throwable failure) {
        Recorder.calls.add("failed " + declaring.getSimpleName() + " " + failure.getMessage());
    }

    public static void cloned(Object original, Object copy) {
        Recorder.calls.add((original == copy ? "not " : "") + "cloned "
                + original.getClass().getSimpleName() + " to " + copy.getClass().getSimpleName());
    }

    public static boolean argument(Object[] replaced, int index, boolean given) {
        return replaced == null ? given : (Boolean) replaced[index];
    }

    public static byte argument(Object[] replaced, int index, byte given) {
        return replaced == null ? given : (Byte) replaced[index];
    }

    public static short argument(Object[] replaced, int index, short given) {
        return replaced == null ? given : (Short) replaced[index];
    }

    public static char argument(Object[] replaced, int index, char given) {
        return replaced == null ? given : (Character) replaced[index];
    }

    public static int argument(Object[] replaced, int index, int given) {
        return replaced == null ? given : (Integer) replaced[index];
    }

    public static long argument(Object[] replaced, int index, long given) {
        return replaced == null ? given : (Long) replaced[index];
    }

    public static float argument(Object[] replaced, int index, float given) {
        return replaced == null ? given : (Float) replaced[index];
    }

    public static double argument(Object[] replaced, int index, double given) {
        return replaced == null ? given : (Double) replaced[index];
    }

    public static Object argument(Object[] replaced, int index, Object given) {
        return replaced == null ? given : replaced[index];
    }
}
