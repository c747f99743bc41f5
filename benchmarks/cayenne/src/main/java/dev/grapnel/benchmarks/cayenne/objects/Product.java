package dev.grapnel.benchmarks.cayenne.objects;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.cayenne.BaseDataObject;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** An object of plain values. */
@NullUnmarked
public class Product extends BaseDataObject {
    private static final long serialVersionUID = 1L;

    private String name;
    private String maker;
    private BigDecimal price;
    private int stock;
    private LocalDate since;

    /** For Cayenne, and for new ones. */
    public Product() {}

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
     * Reads {@code maker}.
     *
     * @return the value
     */
    public String getMaker() {
        beforePropertyRead("maker");
        return maker;
    }

    /**
     * Sets {@code maker}.
     *
     * @param maker the value
     */
    public void setMaker(String maker) {
        beforePropertyWrite("maker", this.maker, maker);
        this.maker = maker;
    }

    /**
     * Reads {@code price}.
     *
     * @return the value
     */
    public BigDecimal getPrice() {
        beforePropertyRead("price");
        return price;
    }

    /**
     * Sets {@code price}.
     *
     * @param price the value
     */
    public void setPrice(BigDecimal price) {
        beforePropertyWrite("price", this.price, price);
        this.price = price;
    }

    /**
     * Reads {@code stock}.
     *
     * @return the value
     */
    public int getStock() {
        beforePropertyRead("stock");
        return stock;
    }

    /**
     * Sets {@code stock}.
     *
     * @param stock the value
     */
    public void setStock(int stock) {
        beforePropertyWrite("stock", this.stock, stock);
        this.stock = stock;
    }

    /**
     * Reads {@code since}.
     *
     * @return the value
     */
    public LocalDate getSince() {
        beforePropertyRead("since");
        return since;
    }

    /**
     * Sets {@code since}.
     *
     * @param since the value
     */
    public void setSince(LocalDate since) {
        beforePropertyWrite("since", this.since, since);
        this.since = since;
    }

    @Override
    public @Nullable Object readPropertyDirectly(String name) {
        return switch (name) {
            case "name" -> this.name;
            case "maker" -> maker;
            case "price" -> price;
            case "stock" -> stock;
            case "since" -> since;
            default -> super.readPropertyDirectly(name);
        };
    }

    @Override
    public void writePropertyDirectly(String name, Object value) {
        switch (name) {
            case "name" -> this.name = (String) value;
            case "maker" -> maker = (String) value;
            case "price" -> price = (BigDecimal) value;
            case "stock" -> stock = value == null ? 0 : (int) value;
            case "since" -> since = (LocalDate) value;
            default -> super.writePropertyDirectly(name, value);
        }
    }
}
