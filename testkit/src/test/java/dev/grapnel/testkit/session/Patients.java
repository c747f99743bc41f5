package dev.grapnel.testkit.session;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A ward: values in two tables, annotations at getters, and what a table keeps beside its columns. */
@SuppressWarnings({"deprecation", "JavaUtilDate"}) // people have such classes
final class Patients {
    static final Class<?>[] ALL = {Patient.class, Inpatient.class, Ward.class, Nurse.class};

    private Patients() {}

    enum Urgency {
        LOW("l"),
        HIGH("h");

        @EnumeratedValue
        final String letter;

        Urgency(String letter) {
            this.letter = letter;
        }
    }

    static final class Yes implements AttributeConverter<Boolean, String> {
        @Override
        public String convertToDatabaseColumn(Boolean value) {
            return value ? "Y" : "N";
        }

        @Override
        public Boolean convertToEntityAttribute(String stored) {
            return stored.equals("Y");
        }
    }

    @Entity
    @Table(
            name = "patient",
            indexes = @Index(columnList = "urgency, name desc"),
            uniqueConstraints = @UniqueConstraint(name = "one_name", columnNames = "name"),
            check = @CheckConstraint(name = "has_name", constraint = "name <> ''"),
            comment = "who lies here")
    @SecondaryTable(name = "file", pkJoinColumns = @PrimaryKeyJoinColumn(name = "patient_id"))
    static class Patient {
        @Id
        @GeneratedValue
        @Column(name = "id")
        Long id;

        @Column(name = "name", comment = "as in the passport")
        String name;

        @Column(name = "urgency", columnDefinition = "varchar(1)")
        Urgency urgency;

        @Column(name = "note", table = "file")
        String note;

        @Column(name = "visits", table = "file", check = @CheckConstraint(constraint = "visits >= 0"))
        int visits;

        @Temporal(TemporalType.DATE)
        @Column(name = "born", secondPrecision = 0)
        Date born;

        @Version
        int version;

        @ElementCollection
        @Convert(attributeName = "key", converter = Yes.class)
        @Convert(attributeName = "value", converter = Yes.class)
        Map<Boolean, Boolean> answers = new HashMap<>();

        Patient() {}

        Patient(String name) {
            this.name = name;
        }
    }

    @Entity
    static class Inpatient extends Patient {
        String bed;

        Inpatient() {}

        Inpatient(String name, String bed) {
            super(name);
            this.bed = bed;
        }
    }

    @MappedSuperclass
    abstract static class Staff {
        @ManyToOne
        @JoinColumn(name = "place")
        Ward ward;

        String shift;
    }

    @Embeddable
    static class Size {
        private int beds;
        private int rooms;

        @Column(name = "bed_count")
        public int getBeds() {
            return beds;
        }

        public void setBeds(int beds) {
            this.beds = beds;
        }

        public int getRooms() {
            return rooms;
        }

        public void setRooms(int rooms) {
            this.rooms = rooms;
        }
    }

    @Entity
    static class Ward {
        private Long id;
        private String name;
        private Size size = new Size();
        private List<Nurse> nurses = new ArrayList<>();
        private int seen;

        @Access(AccessType.FIELD)
        @Column(name = "floor_number")
        private int floor;

        @Id
        @GeneratedValue
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        @Column(name = "title", nullable = false)
        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public Size getSize() {
            return size;
        }

        public void setSize(Size size) {
            this.size = size;
        }

        @OneToMany(mappedBy = "ward")
        public List<Nurse> getNurses() {
            return nurses;
        }

        public void setNurses(List<Nurse> nurses) {
            this.nurses = nurses;
        }

        @Transient
        public int getSeen() {
            return seen;
        }

        public void setSeen(int seen) {
            this.seen = seen;
        }

        public String getShortName() {
            return name.substring(0, 1);
        }

        void floor(int number) {
            floor = number;
        }

        int floor() {
            return floor;
        }
    }

    @Entity
    @AssociationOverride(name = "ward", joinColumns = @JoinColumn(name = "ward_of_nurse"))
    @Convert(attributeName = "shift", disableConversion = true)
    static class Nurse extends Staff {
        @Id
        @GeneratedValue
        Long id;
    }
}
