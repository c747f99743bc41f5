package dev.grapnel.extension;

/** What a method of a {@link MapperExtension} says about the extensions after it. */
public enum Chain implements RowReply, InstanceReply {
    /** The next extension is asked; when all continue, the default happens (rule L-1). What every method returns unless it is overridden. */
    CONTINUE,

    /**
     * No further extension is asked for this call (rule L-2). Only extensions: other listeners to the event run. Returning null means the
     * same, since it is not {@link #CONTINUE}. From {@code populateInstance} and {@code appendResult} it also says that the default is left out.
     */
    STOP
}
