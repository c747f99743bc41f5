package dev.grapnel.examples.constraints;

import dev.grapnel.core.annotation.Reconstructor;
import dev.grapnel.core.annotation.Validates;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** Somebody who stays some nights. */
@Entity
public class Guest {
    @Id
    int room;

    @NotBlank String name;

    @Email @Nullable String email;

    @Min(1) int nights = 1;

    @Nullable String phone;

    /** Not in the database. */
    @Transient
    String greeting = "Welcome!";

    Guest(int room, String name) {
        this.room = room;
        this.name = name;
    }

    /** What it returns is stored. */
    @Validates("phone")
    @Nullable String digitsOnly(@Nullable String phone) {
        return phone == null ? null : phone.replaceAll("\\D", "");
    }

    /** No constructor and no field initialiser runs when an object is loaded; this does. */
    @Reconstructor
    void greetAgain() {
        greeting = "Welcome back, " + name + "!";
    }
}
