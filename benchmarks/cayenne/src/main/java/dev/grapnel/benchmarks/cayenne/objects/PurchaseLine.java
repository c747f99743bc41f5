package dev.grapnel.benchmarks.cayenne.objects;

import org.apache.cayenne.BaseDataObject;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A leaf of a graph. */
@NullUnmarked
public class PurchaseLine extends BaseDataObject {
    private static final long serialVersionUID = 1L;

    private String article;
    private int amount;
    private @Nullable Object purchase;

    /** For Cayenne, and for new ones. */
    public PurchaseLine() {}

    /**
     * Reads {@code article}.
     *
     * @return the value
     */
    public String getArticle() {
        beforePropertyRead("article");
        return article;
    }

    /**
     * Sets {@code article}.
     *
     * @param article the value
     */
    public void setArticle(String article) {
        beforePropertyWrite("article", this.article, article);
        this.article = article;
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

    /**
     * Sets the one above.
     *
     * @param purchase the parent
     */
    public void setPurchase(Purchase purchase) {
        setToOneTarget("purchase", purchase, true);
    }

    @Override
    public @Nullable Object readPropertyDirectly(String name) {
        return switch (name) {
            case "article" -> article;
            case "amount" -> amount;
            case "purchase" -> purchase;
            default -> super.readPropertyDirectly(name);
        };
    }

    @Override
    public void writePropertyDirectly(String name, Object value) {
        switch (name) {
            case "article" -> article = (String) value;
            case "amount" -> amount = value == null ? 0 : (int) value;
            case "purchase" -> purchase = value;
            default -> super.writePropertyDirectly(name, value);
        }
    }
}
