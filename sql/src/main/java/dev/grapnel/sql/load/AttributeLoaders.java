package dev.grapnel.sql.load;

import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.mapping.Deferral;
import dev.grapnel.core.mapping.Property;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.mapping.ElementTable;
import dev.grapnel.sql.mapping.TableMapper;

/** Gives the attributes of a configured mapper their loaders. */
public final class AttributeLoaders {
    private AttributeLoaders() {}

    /**
     * Installs the loaders.
     *
     * @param mapper just configured
     */
    public static void install(TableMapper mapper) {
        mapper.manager().expiredLoader(KeyLoader::reloadAttributes);
        for (Property property : mapper.properties()) {
            Deferral deferral =
                    property instanceof BasicProperty basic ? basic.settings().deferral() : null;
            if (deferral != null) {
                mapper.manager()
                        .tracker(property.name())
                        .loader(new DeferredLoader(property.name(), deferral.raises()));
                mapper.manager().tracker(property.name()).dontLoadOnUnexpire();
            }
        }
        for (ElementTable elements : mapper.elementTables()) {
            mapper.manager().tracker(elements.property().name()).loader(new ElementLoader(mapper, elements));
        }
        LazyLoader.install(mapper);
    }

    /**
     * Installs the loader of an attribute that has joined a configured mapper. A value needs one too, for objects that are in memory already.
     *
     * @param mapper which has got the attribute
     * @param late the attribute
     */
    public static void install(TableMapper mapper, Property late) {
        if (late instanceof Relationship relationship) {
            LazyLoader.install(mapper, relationship);
        } else {
            mapper.manager().tracker(late.name()).loader(new DeferredLoader(late.name(), false));
        }
    }
}
