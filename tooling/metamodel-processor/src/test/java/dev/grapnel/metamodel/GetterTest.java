package dev.grapnel.metamodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Annotations at getters")
class GetterTest {
    @TempDir
    Path folder;

    private String compiled(String className, String... sources) {
        Compilation compilation = Compilation.of(folder, sources);
        assertThat(compilation.problems()).isEmpty();
        return compilation.text(className);
    }

    private String ward(String members) {
        return compiled("clinic.Ward_", """
                package clinic;
                import jakarta.persistence.*; import java.util.*;
                @Entity class Ward {
                    private Long id;
                    @Id public Long getId() { return id; }
                    %s
                }
                """.formatted(members), """
                package clinic;
                import jakarta.persistence.*;
                @Entity class Nurse { @Id Long id; @ManyToOne Ward ward; }
                """);
    }

    @Test
    void giveConstantsOfTheFieldsBehindThem() {
        assertThat(ward("private String name; public String getName() { return name; }"))
                .contains("ColumnAttribute<Ward, Long> id", "ColumnAttribute<Ward, String> name");
    }

    @Test
    void sayThatAFieldIsARelationship() {
        assertThat(
                        ward(
                                "private List<Nurse> nurses; @OneToMany(mappedBy = \"ward\") public List<Nurse> getNurses() { return nurses; }"))
                .contains("CollectionAttribute<Ward, Nurse> nurses");
    }

    @Test
    void leaveOutWhatIsTransient() {
        assertThat(ward("private int seen; @Transient public int getSeen() { return seen; }"))
                .doesNotContain("seen");
    }

    @Test
    void leaveOutAFieldWithoutAGetter() {
        assertThat(ward("private int cached;")).doesNotContain("cached");
    }

    @Test
    void leaveInAFieldThatSaysSo() {
        assertThat(ward("@Access(AccessType.FIELD) private int floor;"))
                .contains("ColumnAttribute<Ward, Integer> floor");
    }

    @Test
    void areReadWhereAClassSaysSo() {
        assertThat(compiled("clinic.Bed_", """
                package clinic;
                import jakarta.persistence.*;
                @Entity @Access(AccessType.PROPERTY) class Bed {
                    private int id; private boolean free; private String URL;
                    @Id public int getId() { return id; }
                    @Convert(converter = YesNo.class) public boolean isFree() { return free; }
                    public String getURL() { return URL; }
                }
                """, """
                package clinic;
                import jakarta.persistence.*;
                class YesNo implements AttributeConverter<Boolean, String> {
                    public String convertToDatabaseColumn(Boolean value) { return "Y"; }
                    public Boolean convertToEntityAttribute(String stored) { return true; }
                }
                """))
                .contains("ColumnAttribute.converted(Bed.class, \"free\", Boolean.class)", "\"URL\", String.class");
    }

    @Test
    void ofAnEmbeddableClassAreReadToo() {
        assertThat(compiled("clinic.Size_", """
                package clinic;
                import jakarta.persistence.*;
                @Embeddable class Size {
                    private int beds; private int seen;
                    @Column(name = "bed_count") public int getBeds() { return beds; }
                    @Transient public int getSeen() { return seen; }
                }
                """)).contains("\"beds\"").doesNotContain("seen");
    }

    @Test
    void meanNothingAtTheGetterOfAnAnnotatedField() {
        assertThat(compiled("clinic.Room_", """
                package clinic;
                import jakarta.persistence.*;
                @Entity class Room {
                    @Id int id; String name;
                    @Transient public String getName() { return name; }
                }
                """)).contains("ColumnAttribute<Room, String> name");
    }
}
