package dev.grapnel.testkit.domain.shop;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

@Entity
@DiscriminatorValue("card")
public class CardPayment extends Payment {
    private String lastDigits;

    protected CardPayment() {}

    public CardPayment(Order order, String lastDigits) {
        super(order);
        this.lastDigits = lastDigits;
    }

    @Column(name = "last_digits", length = 4)
    public String getLastDigits() {
        return lastDigits;
    }

    public void setLastDigits(String lastDigits) {
        this.lastDigits = lastDigits;
    }
}
