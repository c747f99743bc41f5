package dev.grapnel.sql.mapping.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.mapping.annotation.MappingText;
import dev.grapnel.sql.mapping.builder.Farms.Animal;
import dev.grapnel.sql.mapping.builder.Farms.Cow;
import dev.grapnel.sql.mapping.builder.Farms.Farm;
import dev.grapnel.sql.mapping.builder.Farms.Feed;
import dev.grapnel.sql.mapping.builder.Farms.Hen;
import dev.grapnel.sql.mapping.builder.Farms.Machine;
import dev.grapnel.sql.mapping.builder.Farms.Passport;
import dev.grapnel.sql.mapping.builder.Farms.Place;
import dev.grapnel.sql.mapping.builder.Farms.Ration;
import dev.grapnel.sql.mapping.builder.Farms.RationKey;
import dev.grapnel.sql.mapping.builder.Farms.Stall;
import dev.grapnel.sql.mapping.builder.Farms.Tractor;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.InheritanceType;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A mapping by a program")
class BuilderMappingTest {
    private Registry registry;

    @AfterEach
    void free() {
        if (registry != null) {
            registry.dispose();
        }
    }

    private TableMapper mapped(EntityMapping<?>... mappings) {
        registry = Registry.of(mappings[0], Arrays.copyOfRange(mappings, 1, mappings.length));
        return registry.mapper(mappings[0].type());
    }

    private static final EntityMapping<?>[] FARM = {
        EntityMapping.of(Farm.class, m -> {
            m.named("Holding");
            m.table("land", "farm");
            m.comment("where they live");
            m.unique("one_name", "farm_name", "town");
            m.index("by_name", "farm_name desc");
            m.check("named", "farm_name <> ''");
            m.secondaryTable("farm_text", "farm_id");
            m.saveOneByOne();
            m.id("id").sequence("farm_keys", 10);
            m.version("version");
            m.value(Farm::getName)
                    .column("farm_name")
                    .length(60)
                    .notNull()
                    .unique()
                    .comment("as on the sign")
                    .check("farm_name <> 'x'");
            m.value("area").precision(8, 3);
            m.value("story").large().deferredWith("texts").inTable("farm_text");
            m.value("size").byName().activeHistory();
            m.value("founder").notUpdated();
            m.embedded("place", Place.class, p -> {
                p.value("town").column("town").length(40);
                p.value("hilly");
            });
            m.toMany("animals").saidByBothSides().mappedBy("farm").orderBy("name");
            m.toMany("stalls")
                    .saidByBothSides()
                    .column("farm_of_stall")
                    .keyedBy("label")
                    .passiveDeletes()
                    .cascade(CascadeType.SAVE_UPDATE, CascadeType.MERGE, CascadeType.DELETE_ORPHAN);
            m.elements("tags")
                    .table("farm_tag")
                    .ownerColumn("of_farm")
                    .position("place")
                    .column("tag")
                    .length(20);
            m.elements("counts").keyColumn("kind").eager();
            m.elements("fields").of(Place.class, p -> {
                p.value("town").column("town").length(40);
                p.value("hilly");
            });
        }),
        EntityMapping.of(Animal.class, m -> {
            m.inheritance(InheritanceType.SINGLE_TABLE);
            m.discriminator("species", DiscriminatorType.CHAR);
            m.discriminatorValue("a");
            m.id("id").identity();
            m.value("name");
            m.toOne("farm").saidByBothSides().column("farm_id").notNull();
            m.manyToMany("eats").saidByBothSides().table("animal_feed", "animal", "feed");
        }),
        EntityMapping.of(Cow.class, m -> {
            m.discriminatorValue("c");
            m.value("litres");
        }),
        EntityMapping.of(Hen.class, m -> {
            m.discriminatorValue("h");
            m.value("eggs").column("egg_count");
        }),
        EntityMapping.of(Stall.class, m -> {
            m.id("id").uuid();
            m.value("label");
        }),
        EntityMapping.of(Feed.class, m -> {
            m.id("name");
            m.manyToMany("eaters").saidByBothSides().mappedBy("eats");
        }),
        EntityMapping.of(Passport.class, m -> {
            m.id("id");
            m.oneToOne("owner").saidByBothSides().asKey();
        }),
        EntityMapping.of(Ration.class, m -> {
            m.embeddedId("id", RationKey.class, k -> {
                k.value("animal");
                k.value("day");
            });
            m.toOne("animal").saidByBothSides().asKey("animal");
        }),
        EntityMapping.of(Machine.class, m -> {
            m.inheritance(InheritanceType.JOINED);
            m.id("id").identity();
        }),
        EntityMapping.of(Tractor.class, m -> {
            m.keyColumn("machine_id");
            m.value("power");
        })
    };

    @Test
    void givesTheSameMappersAndTablesAsAnnotations() {
        Registry annotated = Registry.of(Farms.ALL);
        String expected = MappingText.of(annotated, Farms.ALL);
        annotated.dispose();

        mapped(FARM);

        assertThat(MappingText.of(registry, Farms.ALL)).isEqualTo(expected);
    }

    @Test
    void loadsLazilyAndCascadesAddingAndMergingUnlessToldOtherwise() {
        mapped(FARM);
        Relationship usual = registry.mapper(Animal.class).relationship("farm");

        assertThat(usual.settings().strategy()).isEqualTo(LoadStrategy.SELECT);
        assertThat(usual.cascades()).isEqualTo(Set.of(CascadeType.SAVE_UPDATE, CascadeType.MERGE));
    }

    @Test
    void leavesOutFieldsThatItDoesNotName() {
        TableMapper stall = mapped(EntityMapping.of(Stall.class, m -> m.id("id").uuid()));

        assertThat(stall.columns()).extracting(column -> column.attribute()).containsExactly("id");
    }

    @Test
    void standsBesideAnnotatedClasses() {
        mapped(
                EntityMapping.annotated(Machine.class),
                EntityMapping.of(Tractor.class, m -> m.value("power").column("horses")));

        assertThat(registry.mapper(Tractor.class).column("power").column().name())
                .isEqualTo("horses");
        assertThat(registry.mapper(Tractor.class).parent()).isSameAs(registry.mapper(Machine.class));
    }

    @Test
    void convertsByFunctions() {
        TableMapper stall = mapped(EntityMapping.of(Stall.class, m -> {
            m.id("id");
            m.value("label", String.class).convert(String.class, Integer.class, Integer::valueOf, String::valueOf);
        }));

        assertThat(stall.column("label").column().dataType().getConverter().fromType())
                .isEqualTo(Integer.class);
    }

    @Test
    void refusesAConversionOfAnotherType() {
        assertThatThrownBy(() -> mapped(EntityMapping.of(Stall.class, m -> {
                    m.id("id");
                    m.value("label", Long.class).convert(Long.class, Integer.class, Long::intValue, Integer::longValue);
                })))
                .hasMessageContaining(
                        "Cannot map field " + Stall.class.getName() + ".label: its conversion is for java.lang.Long,"
                                + " and the field is of java.lang.String. Use a converter for that type.");
    }

    @Test
    void triesAgainAfterAMistake() {
        registry = Registry.of(EntityMapping.of(Feed.class, m -> m.id("name")));

        assertThatThrownBy(() -> registry.map(Stall.class, m -> m.value("label")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("has no identifier");
        registry.map(Stall.class, m -> m.id("label"));

        assertThat(registry.mapper(Stall.class).column("label").column().isPrimaryKey())
                .isTrue();
    }

    @Test
    void refusesAFieldThatIsNotThere() {
        assertThatThrownBy(() -> mapped(EntityMapping.of(Stall.class, m -> m.id("ident"))))
                .hasMessageContaining(
                        "Cannot map class " + Stall.class.getName() + ": it has no field 'ident'. It has [id, label].");
    }

    @Test
    void refusesToMapAFieldTwice() {
        assertThatThrownBy(() -> EntityMapping.of(Stall.class, m -> {
                    m.id("id");
                    m.value("id");
                }))
                .hasMessageContaining("Cannot map field " + Stall.class.getName()
                        + ".id: the program maps it twice. Say all of it in one place.");
    }

    @Test
    void refusesALambdaInsteadOfAGetter() {
        assertThatThrownBy(() -> EntityMapping.of(Farm.class, m -> m.value(farm -> farm.name)))
                .hasMessageContaining(
                        "Cannot tell the attribute from a lambda expression. Give a method reference such as"
                                + " Contact::getName, a typed attribute, or the name.");
    }

    @Test
    void refusesWhatAnnotationsAreRefusedFor() {
        assertThatThrownBy(() -> mapped(EntityMapping.of(Farm.class, m -> {
                    m.id("id");
                    m.value("tags");
                })))
                .hasMessageContaining("Cannot map field " + Farm.class.getName()
                        + ".tags: no column type is known for values of java.util.List.");
    }

    @Test
    void saysWhatAnnotationsInAMessageStandFor() {
        assertThatThrownBy(() -> mapped(EntityMapping.of(Stall.class, m -> {
                    m.id("id");
                    m.value("label").mutable();
                })))
                .hasMessageContaining(
                        "so that there is nothing to compare. Leave @Mutable out. The field is mapped by a program:"
                                + " for each annotation, read the method of the builder with its meaning.");
    }
}
