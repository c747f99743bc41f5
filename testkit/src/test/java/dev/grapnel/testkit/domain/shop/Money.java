package dev.grapnel.testkit.domain.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

@Embeddable
public record Money(
        @Column(precision = 12, scale = 2) BigDecimal amount,
        @Column(length = 3) String currency) {
    public Money {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("negative amount " + amount);
        }
    }

    public static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount), currency);
    }
}
