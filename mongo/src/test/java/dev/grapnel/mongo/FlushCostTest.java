package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A flush")
class FlushCostTest extends OneCollectionTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int FEW = 10;
    private static final int MANY = 4000;

    private void store() {
        List<Document> all =
                IntStream.range(0, MANY).mapToObj(id -> document(id, id)).toList();
        server.collection("doc").insertMany(all);
    }

    /** The bytes that the least expensive of some flushes takes, each of one changed object among those that were loaded. */
    private long allocatedAmong(int loaded) {
        OdmSession own = sessions.open();
        assertThat(own.find(Doc.class).limit(loaded).all()).hasSize(loaded);
        Doc changed = Objects.requireNonNull(own.get(Doc.class, 5));
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 20; run++) {
            changed.a = -1 - run;
            long before = THREADS.getCurrentThreadAllocatedBytes();
            own.flush();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    @Test
    @Tag("ODM-F4")
    void costsWhatWasChangedAndNotWhatWasLoaded() {
        store();
        long amongFew = allocatedAmong(FEW);

        long amongMany = allocatedAmong(MANY);

        assertThat(amongMany).isLessThan(2 * amongFew);
    }
}
