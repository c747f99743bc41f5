package dev.grapnel.core.mapping;

/** A mapper is made or configured. */
public final class MapperEvent {
    private final Mapper mapper;
    private boolean skipped;

    MapperEvent(Mapper mapper) {
        this.mapper = mapper;
    }

    /** The mapper. */
    public Mapper mapper() {
        return mapper;
    }

    /** The class. */
    public Class<?> type() {
        return mapper.type();
    }

    /** In {@code before_mapper_configured}: leaves this mapper out of this run; later listeners do not run (rule M-24). */
    public void skip() {
        this.skipped = true;
    }

    boolean isSkipped() {
        return skipped;
    }
}
