package dev.grapnel.testkit.domain.clinic;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.io.Serializable;

@MappedSuperclass
public abstract class Stored implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    protected Stored() {}

    public Integer getId() {
        return id;
    }

    @Transient
    public boolean isNew() {
        return id == null;
    }
}
