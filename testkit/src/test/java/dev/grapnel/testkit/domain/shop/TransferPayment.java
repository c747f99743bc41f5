package dev.grapnel.testkit.domain.shop;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

@Entity
@DiscriminatorValue("transfer")
public class TransferPayment extends Payment {
    private String iban;

    protected TransferPayment() {}

    public TransferPayment(Order order, String iban) {
        super(order);
        this.iban = iban;
    }

    public String getIban() {
        return iban;
    }

    public void setIban(String iban) {
        this.iban = iban;
    }
}
