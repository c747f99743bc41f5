package dev.grapnel.examples.validation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Somebody who can log in. The rules about it stand in {@link AccountRules}. */
@Entity
public class Account {
    @Id
    String email;

    /** Derived: the part of the address behind the at sign. */
    String domain = "";

    int failedLogins;
    boolean locked;

    Account(String email) {
        this.email = email;
    }
}
