package dev.grapnel.examples.documents.hooks;

import dev.grapnel.examples.documents.model.Country;
import dev.grapnel.mongo.MapperExtension;
import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.OdmSession;
import java.util.Locale;

/** Derives the address of a country from its name. Shows hooks of one class: what they leave is written. */
public final class SlugOfName implements MapperExtension<Country> {
    @Override
    public void beforeInsert(Country country, ObjectState<Country> state, OdmSession session) {
        derive(country);
    }

    @Override
    public void beforeUpdate(Country country, ObjectState<Country> state, OdmSession session) {
        derive(country);
    }

    private static void derive(Country country) {
        country.slug(country.name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]+", "-")
                .replaceAll("^-|-$", ""));
    }
}
