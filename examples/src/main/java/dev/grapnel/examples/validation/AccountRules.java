package dev.grapnel.examples.validation;

import dev.grapnel.core.instrument.SetEvent;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.events.Events;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Three kinds of rules: one changes the value that is set, one derives other values from it, one refuses by throwing.
 *
 * <p>They hold for every write: by a method, from outside, in a constructor, but not while an object is loaded.
 */
final class AccountRules {
    private AccountRules() {}

    /** Puts the rules on the class; it need not be mapped yet. */
    static void apply() {
        Events.on(Account_.email).replaceOnSet(e -> cleaned(e.value()));
        Events.on(Account_.email).onSet(AccountRules::deriveDomain);
        Events.on(Account_.failedLogins).onSet(AccountRules::lockAfterThree);
        Mapped.on(Account.class).beforeInsert(AccountRules::refuseForeigners);
    }

    private static String cleaned(@Nullable String email) {
        if (email == null || !email.contains("@")) {
            throw new IllegalArgumentException("'" + email + "' is no e-mail address");
        }
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Runs after the rule above, and sees the cleaned value. */
    private static void deriveDomain(SetEvent<Account, String> event) {
        String email = String.valueOf(event.value());
        event.target().domain = email.substring(email.indexOf('@') + 1);
    }

    private static void lockAfterThree(SetEvent<Account, Integer> event) {
        Integer failed = event.value();
        event.target().locked = failed != null && failed >= 3;
    }

    /** What concerns several attributes is best checked when the object is complete: right before its row is written. */
    private static void refuseForeigners(PersistEvent<Account> event) {
        if (!event.target().domain.equals("example.org")) {
            throw new IllegalStateException(event.target().email + " is not of this house");
        }
    }
}
