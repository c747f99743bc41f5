package dev.grapnel.examples.extensions;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** An address that mail goes to. */
@Entity
public class Address {
    @Id
    String mail;

    @ManyToOne(fetch = FetchType.LAZY)
    @Nullable User user;

    Address(String mail) {
        this.mail = mail;
    }

    @Override
    public String toString() {
        return mail;
    }
}
