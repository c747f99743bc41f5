package dev.grapnel.benchmarks.cayenne.objects;

import java.time.LocalDate;
import java.util.List;
import org.apache.cayenne.BaseDataObject;
import org.apache.cayenne.exp.property.ListProperty;
import org.apache.cayenne.exp.property.PropertyFactory;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The middle of a graph. */
@NullUnmarked
public class Purchase extends BaseDataObject {
    private static final long serialVersionUID = 1L;

    /** The way to lines. */
    public static final ListProperty<PurchaseLine> LINES = PropertyFactory.createList("lines", PurchaseLine.class);

    private String label;
    private LocalDate placed;
    private @Nullable Object lines;
    private @Nullable Object customer;

    /** For Cayenne, and for new ones. */
    public Purchase() {}

    /**
     * Reads {@code label}.
     *
     * @return the value
     */
    public String getLabel() {
        beforePropertyRead("label");
        return label;
    }

    /**
     * Sets {@code label}.
     *
     * @param label the value
     */
    public void setLabel(String label) {
        beforePropertyWrite("label", this.label, label);
        this.label = label;
    }

    /**
     * Reads {@code placed}.
     *
     * @return the value
     */
    public LocalDate getPlaced() {
        beforePropertyRead("placed");
        return placed;
    }

    /**
     * Sets {@code placed}.
     *
     * @param placed the value
     */
    public void setPlaced(LocalDate placed) {
        beforePropertyWrite("placed", this.placed, placed);
        this.placed = placed;
    }

    /**
     * Those below.
     *
     * @return lines
     */
    @SuppressWarnings("unchecked")
    public List<PurchaseLine> getLines() {
        return (List<PurchaseLine>) readProperty("lines");
    }

    /**
     * Adds one below.
     *
     * @param added the child
     */
    public void addToLines(PurchaseLine added) {
        addToManyTarget("lines", added, true);
    }

    /**
     * Sets the one above.
     *
     * @param customer the parent
     */
    public void setCustomer(Customer customer) {
        setToOneTarget("customer", customer, true);
    }

    @Override
    public @Nullable Object readPropertyDirectly(String name) {
        return switch (name) {
            case "label" -> label;
            case "placed" -> placed;
            case "lines" -> lines;
            case "customer" -> customer;
            default -> super.readPropertyDirectly(name);
        };
    }

    @Override
    public void writePropertyDirectly(String name, Object value) {
        switch (name) {
            case "label" -> label = (String) value;
            case "placed" -> placed = (LocalDate) value;
            case "lines" -> lines = value;
            case "customer" -> customer = value;
            default -> super.writePropertyDirectly(name, value);
        }
    }
}
