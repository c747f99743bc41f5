package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.schema.Schema;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A list in a document")
class TrackedListTest extends OneCollectionTest {

    @Override
    DocumentMapping<Doc> mapping() {
        return DocumentMapping.of(Doc.class)
                .collection("doc")
                .field("id", "_id", Schema.integer())
                .field("b", Schema.array(Schema.any()))
                .field("c", Schema.map(Schema.any()));
    }

    private Doc withList(Object... items) {
        Doc doc = new Doc(1);
        doc.b = Arrays.asList(items);
        session.save(doc);
        session.flush();
        session.clear();
        return Objects.requireNonNull(session.get(Doc.class, 1));
    }

    private static Iterator<Object> second(List<Object> list) {
        Iterator<Object> iterator = list.iterator();
        iterator.next();
        iterator.next();
        return iterator;
    }

    private static Arguments change(String name, Consumer<List<Object>> change, Object... left) {
        return Arguments.of(name, change, List.of(left));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("addAll", list -> list.addAll(List.of(4, 5)), 3, 1, 2, 4, 5),
                change("addAll at", list -> list.addAll(1, List.of(4, 5)), 3, 4, 5, 1, 2),
                change("addAll of itself", list -> list.addAll(list), 3, 1, 2, 3, 1, 2),
                change("remove by an iterator", list -> second(list).remove(), 3, 2),
                change("removeIf", list -> list.removeIf(each -> each.equals(3)), 1, 2),
                change("removeAll", list -> list.removeAll(List.of(1, 2)), 3),
                change("retainAll", list -> list.retainAll(List.of(1, 2)), 1, 2),
                change("replaceAll", list -> list.replaceAll(each -> (Integer) each * 2), 6, 2, 4),
                change("sort", list -> list.sort(null), 1, 2, 3),
                change("sort of a part", list -> list.subList(0, 2).sort(null), 1, 3, 2),
                change("reverse", Collections::reverse, 2, 1, 3),
                change("clear of a part", list -> list.subList(1, 3).clear(), 3),
                change("add to a part", list -> list.subList(0, 1).add(9), 3, 9, 1, 2),
                change("set by an iterator", TrackedListTest::setFirst, 8, 1, 2),
                change("add by an iterator", TrackedListTest::addFirst, 7, 3, 1, 2));
    }

    private static void setFirst(List<Object> list) {
        ListIterator<Object> iterator = list.listIterator();
        iterator.next();
        iterator.set(8);
    }

    private static void addFirst(List<Object> list) {
        list.listIterator().add(7);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    @Tag("ODM-S6")
    void isWrittenAfterEachKindOfChange(String name, Consumer<List<Object>> change, List<Object> left) {
        Doc doc = withList(3, 1, 2);

        change.accept(doc.b);

        assertThat(doc.b).as(name).isEqualTo(left);
        assertThat(status(doc)).isEqualTo(ObjectStatus.DIRTY);
        session.flush();
        assertThat(only()).containsEntry("b", left);
    }

    @Test
    @Tag("ODM-S6")
    void stillHearsOfDocumentsThatWereMovedWithinIt() {
        Doc doc = withList(new Document("k", 2), new Document("k", 1));
        doc.b.sort(Comparator.comparing(each -> (Integer) asMap(each).get("k")));
        doc.b.subList(0, 2).replaceAll(each -> each);
        session.flush();

        asMap(doc.b.get(0)).put("k", 0);

        assertThat(status(doc)).isEqualTo(ObjectStatus.DIRTY);
        session.flush();
        assertThat(only()).containsEntry("b", List.of(new Document("k", 0), new Document("k", 2)));
    }

    @SuppressWarnings("unchecked") // what a sub-document is
    private static Map<String, Object> asMap(Object item) {
        return (Map<String, Object>) item;
    }

    @Test
    @Tag("ODM-S6")
    @SuppressWarnings("unchecked") // what is put in
    void tracksASetThatIsPutIntoItAsAList() {
        Doc doc = withList();
        Set<Object> set = new LinkedHashSet<>(List.of(1));
        doc.b.add(set);
        session.flush();

        ((Collection<Object>) doc.b.get(0)).add(2);

        assertThat(status(doc)).isEqualTo(ObjectStatus.DIRTY);
    }

    @Test
    @Tag("ODM-V3")
    void takesNoDocumentWithANullKey() {
        Doc doc = withList();

        assertThatThrownBy(() -> doc.c.put(nothing(), 1))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Cannot put a value with the key null into a sub-document: its keys are text.");
        assertThat(status(doc)).isEqualTo(ObjectStatus.CLEAN);
    }

    @SuppressWarnings("NullAway") // as a program without null checks would
    private static String nothing() {
        return null;
    }

    @Test
    @Tag("ODM-S6")
    void takesAnyTextAsAKeyOfADocumentInIt() {
        Map<String, Object> keys = new HashMap<>(Map.of("a.b", 1, "$c", 2, "", 3));

        Doc doc = withList(keys);
        asMap(doc.b.get(0)).put("d.$e", 4);
        session.flush();
        session.clear();

        keys.put("d.$e", 4);
        assertThat(Objects.requireNonNull(session.get(Doc.class, 1)).b).containsExactly(keys);
    }
}
