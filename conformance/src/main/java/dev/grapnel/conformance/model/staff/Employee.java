package dev.grapnel.conformance.model.staff;

import dev.grapnel.conformance.model.Base;
import dev.grapnel.core.annotation.PairedWith;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of {@code employees}. */
@Entity
@Table(name = "employees")
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind")
@DiscriminatorValue("employee")
public class Employee extends Base {
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Integer id;

    @Column(nullable = false)
    @Nullable String kind;

    @Nullable String name;

    @Nullable Integer company_id;

    @PairedWith(repeats = true)
    @ManyToOne(
            fetch = FetchType.LAZY,
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "company_id")
    @Nullable Company company;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public Employee(Map<String, ?> values) {
        assignAll(values);
    }

    @Override
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "company" -> company = (Company) given;
            case "company_id" -> company_id = (Integer) given;
            case "id" -> id = (Integer) given;
            case "kind" -> kind = (String) given;
            case "name" -> name = (String) given;
            default -> super.assign(attribute, given);
        }
    }
}
