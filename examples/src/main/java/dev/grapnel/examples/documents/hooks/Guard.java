package dev.grapnel.examples.documents.hooks;

import com.mongodb.client.model.Filters;
import dev.grapnel.examples.documents.model.Country;
import dev.grapnel.examples.documents.model.Currency;
import dev.grapnel.examples.documents.model.Zone;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.RemoveQuery;
import dev.grapnel.mongo.SessionExtension;
import org.jspecify.annotations.Nullable;

/** Refuses to delete what is in use. Shows a veto by throwing, and a removal by query that a hook narrows. */
public final class Guard implements SessionExtension {
    private final OdmSession session;

    /** Made for each session. */
    public Guard(OdmSession session) {
        this.session = session;
    }

    @Override
    public void beforeFlush(@Nullable Object object) {
        for (Object marked : session.unitOfWork().deleted()) {
            if (marked instanceof Currency currency) {
                refuseIfUsed(currency);
            }
        }
    }

    private void refuseIfUsed(Currency currency) {
        long users = session.find(Country.class, Filters.eq("currencyCode", currency.code()))
                .count();
        if (users > 0) {
            throw new IllegalStateException(
                    currency.code() + " cannot be deleted: " + users + " countries pay with it.");
        }
    }

    @Override
    public void beforeRemove(Class<?> type, RemoveQuery<?> query) {
        if (type == Zone.class) {
            query.filter(Filters.and(query.filter(), Filters.ne("region", "Europe")));
        }
    }
}
