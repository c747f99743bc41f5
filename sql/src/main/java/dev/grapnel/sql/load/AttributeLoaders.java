package dev.grapnel.sql.load;

import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.mapping.Deferral;
import dev.grapnel.core.mapping.Property;
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
}
