package dev.grapnel.core.state;

/** Type of the one argument of the constructor that enhancement adds for loading: it tells it from every constructor of the application. */
public final class LoadMarker {
    /** The only value needed. */
    public static final LoadMarker LOAD = new LoadMarker();

    private LoadMarker() {}
}
