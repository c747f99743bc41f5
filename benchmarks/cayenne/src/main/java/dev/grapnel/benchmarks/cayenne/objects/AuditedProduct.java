package dev.grapnel.benchmarks.cayenne.objects;

import java.time.LocalDateTime;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A product that knows who changed it, and when. Mapped for itself: only the Java classes inherit. */
@NullUnmarked
public class AuditedProduct extends Product {
    private static final long serialVersionUID = 1L;

    private String changedBy;
    private LocalDateTime changedAt;

    /** For Cayenne, and for new ones. */
    public AuditedProduct() {}

    /**
     * Reads {@code changedBy}.
     *
     * @return the value
     */
    public String getChangedBy() {
        beforePropertyRead("changedBy");
        return changedBy;
    }

    /**
     * Sets {@code changedBy}.
     *
     * @param changedBy the value
     */
    public void setChangedBy(String changedBy) {
        beforePropertyWrite("changedBy", this.changedBy, changedBy);
        this.changedBy = changedBy;
    }

    /**
     * Reads {@code changedAt}.
     *
     * @return the value
     */
    public LocalDateTime getChangedAt() {
        beforePropertyRead("changedAt");
        return changedAt;
    }

    /**
     * Sets {@code changedAt}.
     *
     * @param changedAt the value
     */
    public void setChangedAt(LocalDateTime changedAt) {
        beforePropertyWrite("changedAt", this.changedAt, changedAt);
        this.changedAt = changedAt;
    }

    @Override
    public @Nullable Object readPropertyDirectly(String name) {
        return switch (name) {
            case "changedBy" -> changedBy;
            case "changedAt" -> changedAt;
            default -> super.readPropertyDirectly(name);
        };
    }

    @Override
    public void writePropertyDirectly(String name, Object value) {
        switch (name) {
            case "changedBy" -> changedBy = (String) value;
            case "changedAt" -> changedAt = (LocalDateTime) value;
            default -> super.writePropertyDirectly(name, value);
        }
    }
}
