package dev.grapnel.events;

/**
 * The modifiers of one registration.
 *
 * @param once run at most once, whatever the number of dispatches (rule E-8)
 * @param first stand in front of the listeners already there on the same level (rule E-25)
 * @param propagate apply to subclasses too, present and future (rules E-10, E-11)
 * @param activeHistory have the old value loaded before the attribute is written (rule E-14)
 * @param restoreLoadContext put the load context back after the listener ran (rule E-16)
 */
public record ListenOptions(
        boolean once, boolean first, boolean propagate, boolean activeHistory, boolean restoreLoadContext) {

    /** No modifier. */
    public static final ListenOptions NONE = new ListenOptions(false, false, false, false, false);

    /** {@return these options with {@code once}} */
    public ListenOptions withOnce() {
        return new ListenOptions(true, first, propagate, activeHistory, restoreLoadContext);
    }

    /** {@return these options with {@code first}} */
    public ListenOptions withFirst() {
        return new ListenOptions(once, true, propagate, activeHistory, restoreLoadContext);
    }

    /**
     * These options with {@code propagate} set as given: a family may propagate by default.
     *
     * @param on whether subclasses are included
     * @return the options
     */
    public ListenOptions withPropagate(boolean on) {
        return new ListenOptions(once, first, on, activeHistory, restoreLoadContext);
    }

    /** {@return these options with {@code activeHistory}} */
    public ListenOptions withActiveHistory() {
        return new ListenOptions(once, first, propagate, true, restoreLoadContext);
    }

    /** {@return these options with {@code restoreLoadContext}} */
    public ListenOptions withRestoreLoadContext() {
        return new ListenOptions(once, first, propagate, activeHistory, true);
    }
}
