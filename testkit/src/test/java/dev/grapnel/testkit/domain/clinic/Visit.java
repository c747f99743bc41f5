package dev.grapnel.testkit.domain.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "visits")
public class Visit extends Stored {
    private static final long serialVersionUID = 1L;

    @Column(name = "visit_date")
    private LocalDate date = LocalDate.of(2026, 1, 1);

    @Column(length = 1000)
    private String description;

    public Visit() {}

    public Visit(LocalDate date, String description) {
        this.date = date;
        this.description = description;
    }

    public LocalDate getDate() {
        return date;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }
}
