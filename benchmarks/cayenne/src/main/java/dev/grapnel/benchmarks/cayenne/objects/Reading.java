package dev.grapnel.benchmarks.cayenne.objects;

import org.apache.cayenne.BaseDataObject;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One of very many. */
@NullUnmarked
public class Reading extends BaseDataObject {
    private static final long serialVersionUID = 1L;

    private String sensor;
    private int amount;

    /** For Cayenne, and for new ones. */
    public Reading() {}

    /**
     * Reads {@code sensor}.
     *
     * @return the value
     */
    public String getSensor() {
        beforePropertyRead("sensor");
        return sensor;
    }

    /**
     * Sets {@code sensor}.
     *
     * @param sensor the value
     */
    public void setSensor(String sensor) {
        beforePropertyWrite("sensor", this.sensor, sensor);
        this.sensor = sensor;
    }

    /**
     * Reads {@code amount}.
     *
     * @return the value
     */
    public int getAmount() {
        beforePropertyRead("amount");
        return amount;
    }

    /**
     * Sets {@code amount}.
     *
     * @param amount the value
     */
    public void setAmount(int amount) {
        beforePropertyWrite("amount", this.amount, amount);
        this.amount = amount;
    }

    @Override
    public @Nullable Object readPropertyDirectly(String name) {
        return switch (name) {
            case "sensor" -> sensor;
            case "amount" -> amount;
            default -> super.readPropertyDirectly(name);
        };
    }

    @Override
    public void writePropertyDirectly(String name, Object value) {
        switch (name) {
            case "sensor" -> sensor = (String) value;
            case "amount" -> amount = value == null ? 0 : (int) value;
            default -> super.writePropertyDirectly(name, value);
        }
    }
}
