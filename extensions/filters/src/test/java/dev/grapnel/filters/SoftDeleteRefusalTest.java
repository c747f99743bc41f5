package dev.grapnel.filters;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.filters.Office.Binder;
import dev.grapnel.filters.Office.Clerk;
import dev.grapnel.filters.Office.Sheet;
import dev.grapnel.filters.Office.Thing;
import dev.grapnel.filters.Office.Toy;
import dev.grapnel.sql.attribute.ColumnAttribute;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class SoftDeleteRefusalTest extends OfficeTest {
    @Override
    Class<?>[] classes() {
        return new Class<?>[] {Binder.class, Sheet.class, Thing.class, Toy.class};
    }

    @Test
    void anOrphanIsNotRemovedInSilence() {
        SoftDelete.by(Office.DELETED_AT, LocalDateTime::now).on(sessions);
        Binder binder = new Binder();
        binder.sheets.add(new Sheet());
        session.add(binder);
        session.commit();
        binder.sheets.clear();

        assertThatThrownBy(() -> session.flush())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith(
                        "Cannot remove the row of Sheet[1]: objects of Kept are deleted softly, and this one"
                                + " is to go as an orphan, or was deleted by a listener behind SoftDelete. Map its relationship"
                                + " without orphanRemoval");
    }

    @Test
    void aSuperclassWithoutTheAttributeIsRefused() {
        ColumnAttribute<Toy, LocalDateTime> lostAt = ColumnAttribute.of(Toy.class, "lostAt", LocalDateTime.class);

        assertThatThrownBy(() -> SoftDelete.by(lostAt, LocalDateTime::now).on(sessions))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("Cannot filter rows by Toy.lostAt: objects of Toy also come by queries for its"
                        + " superclass Thing, which has no such attribute. Declare it in Thing.");
    }

    @Test
    void anUnknownAttributeIsRefused() {
        ColumnAttribute<Thing, LocalDateTime> gone = ColumnAttribute.of(Thing.class, "gone", LocalDateTime.class);

        assertThatThrownBy(() -> SoftDelete.by(gone, LocalDateTime::now).on(sessions))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Thing has no such attribute, only [");
    }

    @Test
    void aClassThatIsNotMappedIsRefused() {
        ColumnAttribute<Clerk, String> name = ColumnAttribute.of(Clerk.class, "name", String.class);

        assertThatThrownBy(() -> SoftDelete.by(name, () -> "x").on(sessions))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("Cannot filter rows by Clerk.name: no class of the registry is a Clerk.");
    }

    @Test
    void aColumnThatCannotBeNullIsRefused() {
        ColumnAttribute<Thing, Integer> id = ColumnAttribute.of(Thing.class, "id", Integer.class);

        assertThatThrownBy(() -> SoftDelete.by(id, () -> 1).on(sessions))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("Cannot delete Thing softly by Thing.id: its column cannot be null");
    }
}
