package dev.grapnel.core.state;

/** Stands for the marker of the runtime. */
public final class LoadMarker {

    public static final LoadMarker LOAD = new LoadMarker();

    private LoadMarker() {}
}
