package dev.grapnel.conformance.model.staff;

import dev.grapnel.conformance.model.Base;
import dev.grapnel.core.annotation.PairedWith;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of {@code companies}. */
@Entity
@Table(name = "companies")
public class Company extends Base {
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Integer id;

    @Nullable String name;

    @PairedWith(repeats = true)
    @OneToMany(
            mappedBy = "company",
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @OrderBy("id")
    @Nullable List<Employee> employees;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public Company(Map<String, ?> values) {
        assignAll(values);
    }

    @Override
    @SuppressWarnings("unchecked") // the attribute decides what its elements are
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "employees" -> employees = (List<Employee>) given;
            case "id" -> id = (Integer) given;
            case "name" -> name = (String) given;
            default -> super.assign(attribute, given);
        }
    }
}
