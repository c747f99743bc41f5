package dev.grapnel.mongo.session;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.mongo.connection.DataStore;
import dev.grapnel.mongo.mapping.DocumentMapper;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Sees to it that the indexes of a class are there before the class is first used with a database (statement ODM-X1). Belongs to a factory, so
 * that they are asked for once and not by each session. Safe for use by several threads.
 */
final class IndexKeeper {
    private final DataStore store;
    private final Set<DocumentMapper> kept =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    IndexKeeper(DataStore store) {
        this.store = store;
    }

    /** A class is about to be used; what the server refuses ends that, and is tried again the next time. */
    void beforeUse(DocumentMapper mapper) {
        if (!kept.contains(mapper)) {
            makeAll(mapper);
        }
    }

    /**
     * Those of all classes in the collection, as they are mapped now: a transaction that has written one of them would wait for itself if
     * another one got an index then.
     */
    private synchronized void makeAll(DocumentMapper mapper) {
        if (kept.contains(mapper)) {
            return;
        }
        mapper.registry().configure(); // what was mapped since then too
        List<DocumentMapper> together = sharingTheCollectionOf(mapper);
        for (DocumentMapper each : together) {
            new CollectionIndexes(store.database().getCollection(each.collection()), each).ensure();
        }
        kept.addAll(together);
    }

    private static List<DocumentMapper> sharingTheCollectionOf(DocumentMapper mapper) {
        return mapper.registry().mappers().stream()
                .filter(IndexKeeper::isDocument)
                .map(DocumentMapper.class::cast)
                .filter(each -> each.collection().equals(mapper.collection()))
                .toList();
    }

    private static boolean isDocument(Mapper mapper) {
        return mapper instanceof DocumentMapper;
    }
}
