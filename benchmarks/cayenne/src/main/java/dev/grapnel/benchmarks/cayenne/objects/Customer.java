package dev.grapnel.benchmarks.cayenne.objects;

import java.util.List;
import org.apache.cayenne.BaseDataObject;
import org.apache.cayenne.exp.property.ListProperty;
import org.apache.cayenne.exp.property.PropertyFactory;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The root of a graph. */
@NullUnmarked
public class Customer extends BaseDataObject {
    private static final long serialVersionUID = 1L;

    /** The way to purchases. */
    public static final ListProperty<Purchase> PURCHASES = PropertyFactory.createList("purchases", Purchase.class);

    private String name;
    private String city;
    private @Nullable Object purchases;

    /** For Cayenne, and for new ones. */
    public Customer() {}

    /**
     * Reads {@code name}.
     *
     * @return the value
     */
    public String getName() {
        beforePropertyRead("name");
        return name;
    }

    /**
     * Sets {@code name}.
     *
     * @param name the value
     */
    public void setName(String name) {
        beforePropertyWrite("name", this.name, name);
        this.name = name;
    }

    /**
     * Reads {@code city}.
     *
     * @return the value
     */
    public String getCity() {
        beforePropertyRead("city");
        return city;
    }

    /**
     * Sets {@code city}.
     *
     * @param city the value
     */
    public void setCity(String city) {
        beforePropertyWrite("city", this.city, city);
        this.city = city;
    }

    /**
     * Those below.
     *
     * @return purchases
     */
    @SuppressWarnings("unchecked")
    public List<Purchase> getPurchases() {
        return (List<Purchase>) readProperty("purchases");
    }

    /**
     * Adds one below.
     *
     * @param added the child
     */
    public void addToPurchases(Purchase added) {
        addToManyTarget("purchases", added, true);
    }

    @Override
    public @Nullable Object readPropertyDirectly(String name) {
        return switch (name) {
            case "name" -> this.name;
            case "city" -> city;
            case "purchases" -> purchases;
            default -> super.readPropertyDirectly(name);
        };
    }

    @Override
    public void writePropertyDirectly(String name, Object value) {
        switch (name) {
            case "name" -> this.name = (String) value;
            case "city" -> city = (String) value;
            case "purchases" -> purchases = value;
            default -> super.writePropertyDirectly(name, value);
        }
    }
}
