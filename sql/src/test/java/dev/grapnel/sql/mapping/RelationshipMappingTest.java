package dev.grapnel.sql.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.core.mapping.Direction;
import dev.grapnel.core.mapping.KeyPair;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.mapping.Shop.Item;
import dev.grapnel.sql.mapping.Shop.Note;
import dev.grapnel.sql.mapping.Shop.Order;
import dev.grapnel.sql.mapping.Shop.Profile;
import dev.grapnel.sql.mapping.Shop.Tag;
import dev.grapnel.sql.mapping.Shop.User;
import dev.grapnel.sql.schema.Table;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Relationships")
class RelationshipMappingTest extends MappingTest {

    @Test
    void ofManyToOneKeepTheirKeyInAHiddenAttributeIfNoFieldMapsTheColumn() {
        TableMapper orders = map(Shop.ALL).mapper(Order.class);

        assertThat(names(orders.columns()))
                .containsExactly(
                        "id in orders.id",
                        "total in orders.total",
                        "status in orders.status",
                        "version in orders.version",
                        "user#user_id in orders.user_id");
        Relationship user = orders.relationship("user");
        assertThat(user.keyPairs()).containsExactly(new KeyPair("id", "user#user_id"));
        assertThat(pairs(orders.join(user).pairs())).containsExactly("orders.user_id = users.id");
        assertThat(orders.manager().tracker("user#user_id").index())
                .isGreaterThanOrEqualTo(orders.manager().fieldCount());
    }

    @Test
    void useTheFieldThatMapsTheirColumnToo() {
        TableMapper profiles = map(Shop.ALL).mapper(Profile.class);

        assertThat(profiles.relationship("user").keyPairs()).containsExactly(new KeyPair("id", "user_id"));
        assertThat(profiles.property("user#user_id")).isNull();
        assertThat(profiles.column("user_id").column().isNullable()).isFalse();
    }

    @Test
    void ofOneToManyReadTheKeyThatTheOtherSideHas() {
        TableMapper users = map(Shop.ALL).mapper(User.class);

        Relationship orders = users.relationship("orders");
        assertThat(orders.direction()).isEqualTo(Direction.ONE_TO_MANY);
        assertThat(orders.keyPairs()).containsExactly(new KeyPair("id", "user#user_id"));
        assertThat(pairs(users.join(orders).pairs())).containsExactly("users.id = orders.user_id");
        Relationship profile = users.relationship("profile");
        assertThat(profile.direction()).isEqualTo(Direction.ONE_TO_MANY);
        assertThat(profile.isCollection()).isFalse();
        assertThat(pairs(users.join(profile).pairs())).containsExactly("users.id = Profile.user_id");
    }

    @Test
    void knowTheirOtherSideOnBothSides() {
        TableRegistry registry = map(Shop.ALL);

        assertThat(registry.mapper(Order.class).relationship("user").otherSide())
                .isEqualTo("orders");
        assertThat(registry.mapper(User.class).relationship("orders").otherSide())
                .isEqualTo("user");
        assertThat(registry.mapper(Order.class).relationship("items").otherSide())
                .isEqualTo("orders");
    }

    @Test
    void ofManyToManyAreJoinedOverAnAssociationTableFromBothSides() {
        TableRegistry registry = map(Shop.ALL);
        TableMapper orders = registry.mapper(Order.class);
        TableMapper items = registry.mapper(Item.class);

        RelationshipJoin.Association there = association(orders, "items");
        RelationshipJoin.Association back = association(items, "orders");
        assertThat(there.table()).isSameAs(back.table());
        assertThat(pairs(there.owner())).containsExactly("orders.id = order_items.orders_id");
        assertThat(pairs(there.target())).containsExactly("order_items.items_id = items.id");
        assertThat(pairs(back.owner())).containsExactly("items.id = order_items.items_id");
        assertThat(pairs(back.target())).containsExactly("order_items.orders_id = orders.id");
        assertThat(columnNames(there.table().primaryKey())).containsExactly("orders_id", "items_id");
        assertThat(orders.relationship("items").keyPairs()).isEmpty();
    }

    private static RelationshipJoin.Association association(TableMapper mapper, String relationship) {
        return Objects.requireNonNull(
                mapper.join(mapper.relationship(relationship)).association());
    }

    @Test
    void ofOneToManyWithAJoinColumnGiveTheTargetAHiddenAttribute() {
        TableRegistry registry = map(Shop.ALL);
        TableMapper items = registry.mapper(Item.class);
        TableMapper tags = registry.mapper(Tag.class);

        assertThat(names(tags.columns())).containsExactly("word in tags.word", "tags#item_id in tags.item_id");
        assertThat(items.relationship("tags").keyPairs()).containsExactly(new KeyPair("id", "tags#item_id"));
        assertThat(pairs(items.join(items.relationship("tags")).pairs())).containsExactly("items.id = tags.item_id");
        assertThat(tags.table().foreignKeys()).hasSize(1);
    }

    @Test
    void giveTheHiddenAttributeInAnyOrderOfTheClasses() {
        TableRegistry registry = map(Tag.class, Item.class, Order.class, User.class, Profile.class, Note.class);

        assertThat(registry.mapper(Tag.class).property("tags#item_id")).isNotNull();
    }

    @Test
    void haveForeignKeysToTheirTargets() {
        TableRegistry registry = map(Shop.ALL);

        Table orders = registry.mapper(Order.class).table();
        assertThat(orders.foreignKeys()).hasSize(1);
        assertThat(orders.foreignKeys().get(0).targetTable())
                .isSameAs(registry.mapper(User.class).table());
        assertThat(registry.tables())
                .extracting(Table::name)
                .containsExactlyInAnyOrder("users", "Profile", "orders", "items", "notes", "tags", "order_items");
    }

    @Test
    void cascadeWhatJpaSaysAndNothingByDefault() {
        TableRegistry registry = map(Shop.ALL);
        TableMapper users = registry.mapper(User.class);

        assertThat(users.relationship("orders").cascades()).containsExactlyInAnyOrder(CascadeType.values());
        assertThat(users.relationship("profile").cascades())
                .containsExactlyInAnyOrder(CascadeType.SAVE_UPDATE, CascadeType.MERGE);
        assertThat(registry.mapper(Order.class).relationship("user").cascades()).isEmpty();
    }

    @Test
    void toOneAreLoadedWithTheirOwnerAndToManyOnFirstReadUnlessSaidOtherwise() {
        TableRegistry registry = map(Shop.ALL);

        assertThat(strategy(registry, Order.class, "user")).isEqualTo(LoadStrategy.JOINED);
        assertThat(strategy(registry, User.class, "orders")).isEqualTo(LoadStrategy.SELECT);
        assertThat(strategy(registry, Note.class, "user")).isEqualTo(LoadStrategy.SELECT);
        assertThat(strategy(registry, Item.class, "tags")).isEqualTo(LoadStrategy.RAISE);
    }

    private static LoadStrategy strategy(TableRegistry registry, Class<?> type, String relationship) {
        return registry.mapper(type).relationship(relationship).settings().strategy();
    }

    @Test
    void areOrderedByTheAttributesSaidOrByTheKey() {
        TableMapper users = map(Shop.ALL).mapper(User.class);

        assertThat(users.orderBy(users.relationship("orders")))
                .containsExactly(new AttributeOrder("total", true), new AttributeOrder("id", false));
        assertThat(users.orderBy(users.relationship("notes"))).containsExactly(new AttributeOrder("id", false));
        assertThat(users.orderBy(users.relationship("profile"))).isEmpty();
    }

    @Test
    void asMapsFindTheKeyInTheElement() {
        map(Shop.ALL);

        User user = new User("ed");
        user.notes.put("left", new Note("left"));

        assertThat(user.notes).containsOnlyKeys("left");
    }

    @Test
    void keepBothSidesInStep() {
        map(Shop.ALL);
        User user = new User("ed");
        Order order = new Order();

        user.orders.add(order);

        assertThat(order.user).isSameAs(user);
    }
}
