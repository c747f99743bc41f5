package dev.grapnel.testkit.domain.clinic;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

@Entity
@Table(name = "vets")
public class Vet extends Stored {
    private static final long serialVersionUID = 1L;

    private String name;

    @ManyToMany(fetch = FetchType.EAGER)
    @JoinTable(
            name = "vet_species",
            joinColumns = @JoinColumn(name = "vet_id"),
            inverseJoinColumns = @JoinColumn(name = "species_id"))
    private Set<Species> treats;

    protected Vet() {}

    public Vet(String name) {
        this.name = name;
    }

    protected Set<Species> treated() {
        if (treats == null) {
            treats = new HashSet<>();
        }
        return treats;
    }

    public void treat(Species species) {
        treated().add(species);
    }

    public List<String> getSpecies() {
        return treated().stream().map(Species::getName).sorted().toList();
    }

    public String getName() {
        return name;
    }
}
