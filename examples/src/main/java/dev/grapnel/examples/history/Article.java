package dev.grapnel.examples.history;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

/** Something that is sold at prices that change. */
@Entity
public class Article {
    @Id
    String name;

    int cents;

    @OneToMany(mappedBy = "article", cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.LAZY)
    @OrderBy("id")
    List<FormerPrice> formerPrices = new ArrayList<>();

    Article(String name, int cents) {
        this.name = name;
        this.cents = cents;
    }
}
