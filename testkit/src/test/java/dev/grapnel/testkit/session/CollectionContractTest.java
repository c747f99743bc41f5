package dev.grapnel.testkit.session;

import com.google.common.collect.testing.FeatureSpecificTestSuiteBuilder;
import com.google.common.collect.testing.ListTestSuiteBuilder;
import com.google.common.collect.testing.MapTestSuiteBuilder;
import com.google.common.collect.testing.NavigableMapTestSuiteBuilder;
import com.google.common.collect.testing.NavigableSetTestSuiteBuilder;
import com.google.common.collect.testing.SetTestSuiteBuilder;
import com.google.common.collect.testing.SortedMapTestSuiteBuilder;
import com.google.common.collect.testing.SortedSetTestSuiteBuilder;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.features.Feature;
import com.google.common.collect.testing.features.ListFeature;
import com.google.common.collect.testing.features.MapFeature;
import com.google.common.collect.testing.features.SetFeature;
import dev.grapnel.testkit.session.TrackedSamples.Lists;
import dev.grapnel.testkit.session.TrackedSamples.Maps;
import dev.grapnel.testkit.session.TrackedSamples.Sets;
import dev.grapnel.testkit.session.TrackedSamples.SortedMaps;
import dev.grapnel.testkit.session.TrackedSamples.SortedSets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import junit.framework.TestCase;
import junit.framework.TestSuite;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Tracked collections of a mapped object keep the contracts of the JDK, as Guava's suites test them, whether anybody listens or not. Where
 * somebody does, the events are played back after each test: they tell all that happened, once.
 */
@DisplayName("A tracked collection keeps the contract of")
class CollectionContractTest extends MappedTest {
    private static final List<Feature<?>> COLLECTION =
            List.of(CollectionFeature.KNOWN_ORDER, CollectionFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION);
    private static final List<Feature<?>> SET = with(COLLECTION, SetFeature.GENERAL_PURPOSE);
    private static final List<Feature<?>> MAP = List.of(
            CollectionFeature.KNOWN_ORDER,
            CollectionFeature.SUPPORTS_ITERATOR_REMOVE,
            MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION,
            MapFeature.GENERAL_PURPOSE,
            MapFeature.ALLOWS_NULL_VALUES);
    /** For sorted collections, whose ranges, and ranges of ranges, multiply the tests. */
    private static final CollectionSize SORTED_SIZE = CollectionSize.SEVERAL;

    CollectionContractTest() {
        super(Museum.ALL);
    }

    private static List<Feature<?>> with(List<Feature<?>> known, Feature<?>... more) {
        List<Feature<?>> all = new ArrayList<>(known);
        Collections.addAll(all, more);
        return all;
    }

    @TestFactory
    @Tag("A-23")
    Stream<DynamicNode> aList() {
        return watchedAndUnwatched(
                "list",
                () -> ListTestSuiteBuilder.using(new Lists(room -> room.list))
                        .withFeatures(with(
                                COLLECTION,
                                CollectionSize.ANY,
                                ListFeature.GENERAL_PURPOSE,
                                CollectionFeature.ALLOWS_NULL_VALUES)));
    }

    @TestFactory
    @Tag("A-23")
    Stream<DynamicNode> aSet() {
        return watchedAndUnwatched(
                "set",
                () -> SetTestSuiteBuilder.using(new Sets(room -> room.set))
                        .withFeatures(with(SET, CollectionSize.ANY, CollectionFeature.ALLOWS_NULL_VALUES)));
    }

    @TestFactory
    @Tag("A-23")
    Stream<DynamicNode> aSortedSet() {
        return watchedAndUnwatched(
                "sorted",
                () -> SortedSetTestSuiteBuilder.using(new SortedSets(room -> room.sorted, false))
                        .withFeatures(with(SET, SORTED_SIZE)));
    }

    @TestFactory
    @Tag("A-23")
    Stream<DynamicNode> aNavigableSet() {
        return watchedAndUnwatched(
                "descending",
                () -> NavigableSetTestSuiteBuilder.using(new SortedSets(room -> room.descending, true))
                        .withFeatures(with(SET, SORTED_SIZE)));
    }

    @TestFactory
    @Tag("A-23")
    Stream<DynamicNode> aMap() {
        return watchedAndUnwatched(
                "map",
                () -> MapTestSuiteBuilder.using(new Maps(room -> room.map))
                        .withFeatures(with(
                                MAP,
                                CollectionSize.ANY,
                                MapFeature.ALLOWS_NULL_KEYS,
                                MapFeature.ALLOWS_ANY_NULL_QUERIES)));
    }

    @TestFactory
    @Tag("A-23")
    Stream<DynamicNode> aSortedMap() {
        return watchedAndUnwatched(
                "initials",
                () -> SortedMapTestSuiteBuilder.using(new SortedMaps(room -> room.initials, false))
                        .withFeatures(with(MAP, SORTED_SIZE)));
    }

    @TestFactory
    @Tag("A-23")
    Stream<DynamicNode> aNavigableMap() {
        return watchedAndUnwatched(
                "descendingMap",
                () -> NavigableMapTestSuiteBuilder.using(new SortedMaps(room -> room.descendingMap, true))
                        .withFeatures(with(MAP, SORTED_SIZE)));
    }

    // ---- Guava's suites as tests of JUnit 5 ----

    private interface Suite {
        FeatureSpecificTestSuiteBuilder<?, ?> builder();
    }

    private static Stream<DynamicNode> watchedAndUnwatched(String attribute, Suite suite) {
        return Stream.of(ElementReplay.silent(), new ElementReplay(attribute)).map(replay -> {
            FeatureSpecificTestSuiteBuilder<?, ?> builder = suite.builder();
            builder.named(attribute + ", " + replay);
            return node(builder.createTestSuite(), replay);
        });
    }

    private static DynamicNode node(junit.framework.Test test, ElementReplay replay) {
        if (test instanceof TestSuite suite) {
            return DynamicContainer.dynamicContainer(
                    suite.getName(), Collections.list(suite.tests()).stream().map(each -> node(each, replay)));
        }
        return DynamicTest.dynamicTest(((TestCase) test).getName(), () -> run((TestCase) test, replay));
    }

    private static void run(TestCase test, ElementReplay replay) throws Throwable {
        replay.begin();
        test.runBare();
        replay.assertComplete();
    }
}
