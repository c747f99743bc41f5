package dev.grapnel.conformance.model.cascades;

import dev.grapnel.conformance.model.Base;
import dev.grapnel.core.annotation.PairedWith;
import dev.grapnel.core.annotation.PassiveDeletes;
import dev.grapnel.core.annotation.SingleParent;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of {@code roots}. */
@Entity
@Table(name = "roots")
public class Root extends Base {
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Integer id;

    @Nullable String name;

    @Nullable Integer detail_id;

    @PairedWith(repeats = true)
    @OneToMany(
            mappedBy = "root",
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @OrderBy("id")
    @Nullable List<Plain> plain;

    @PairedWith(repeats = true)
    @OneToMany(mappedBy = "root", cascade = CascadeType.ALL)
    @OrderBy("id")
    @Nullable List<Owned> owned;

    @PairedWith(repeats = true)
    @OneToMany(mappedBy = "root", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    @Nullable List<Strict> strict;

    @PairedWith(repeats = true)
    @OneToMany(mappedBy = "root")
    @OrderBy("id")
    @Nullable List<Bare> bare;

    @PairedWith(repeats = true)
    @OneToMany(mappedBy = "root", cascade = CascadeType.ALL)
    @OrderBy("id")
    @PassiveDeletes
    @Nullable List<Passive> passive;

    @PairedWith(repeats = true)
    @OneToOne(fetch = FetchType.LAZY, cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "detail_id")
    @SingleParent
    @Nullable Detail detail;

    /**
     * Makes an object and assigns attributes in alphabetical order.
     *
     * @param values by name of the attribute
     */
    public Root(Map<String, ?> values) {
        assignAll(values);
    }

    @Override
    @SuppressWarnings("unchecked") // the attribute decides what its elements are
    protected void assign(String attribute, @Nullable Object given) {
        switch (attribute) {
            case "bare" -> bare = (List<Bare>) given;
            case "detail" -> detail = (Detail) given;
            case "detail_id" -> detail_id = (Integer) given;
            case "id" -> id = (Integer) given;
            case "name" -> name = (String) given;
            case "owned" -> owned = (List<Owned>) given;
            case "passive" -> passive = (List<Passive>) given;
            case "plain" -> plain = (List<Plain>) given;
            case "strict" -> strict = (List<Strict>) given;
            default -> super.assign(attribute, given);
        }
    }
}
