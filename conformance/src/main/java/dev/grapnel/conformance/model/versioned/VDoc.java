package dev.grapnel.conformance.model.versioned;

import dev.grapnel.conformance.model.Base;
import dev.grapnel.core.annotation.PairedWith;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of {@code vdocs}. */
@Entity
@Table(name = "vdocs")
public class VDoc extends Base {
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Integer id;

    @Nullable String title;

    @Nullable String body;

    @Version
    @Column(nullable = false)
    @Nullable Integer version;

    @PairedWith(repeats = true)
    @OneToMany(mappedBy = "doc", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    @Nullable List<VPart> parts;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public VDoc(Map<String, ?> values) {
        assignAll(values);
    }

    @Override
    @SuppressWarnings("unchecked") // the attribute decides what its elements are
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "body" -> body = (String) given;
            case "id" -> id = (Integer) given;
            case "parts" -> parts = (List<VPart>) given;
            case "title" -> title = (String) given;
            case "version" -> version = (Integer) given;
            default -> super.assign(attribute, given);
        }
    }
}
