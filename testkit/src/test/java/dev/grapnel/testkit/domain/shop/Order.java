package dev.grapnel.testkit.domain.shop;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@Entity
@Table(name = "orders", uniqueConstraints = @UniqueConstraint(name = "order_number_once", columnNames = "order_number"))
public class Order {
    private UUID id;
    private String number;
    private Status status = Status.OPEN;
    private Instant placedAt;
    private Address shipTo;
    private Address billTo;
    private Set<OrderLine> lines = new HashSet<>();
    private Payment payment;
    private List<String> remarks = new ArrayList<>();
    private long version;

    public enum Status {
        OPEN,
        PAID,
        SHIPPED
    }

    public Order() {}

    public Order(String number, Instant placedAt) {
        this.number = number;
        this.placedAt = placedAt;
    }

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    @Column(name = "order_number", nullable = false, updatable = false, length = 20)
    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    @Enumerated(EnumType.STRING)
    @Column(length = 10)
    public Status getStatus() {
        return status;
    }

    public void setStatus(Status status) {
        this.status = status;
    }

    @Column(name = "placed_at")
    public Instant getPlacedAt() {
        return placedAt;
    }

    public void setPlacedAt(Instant placedAt) {
        this.placedAt = placedAt;
    }

    @Embedded
    public Address getShipTo() {
        return shipTo;
    }

    public void setShipTo(Address shipTo) {
        this.shipTo = shipTo;
    }

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "bill_street"))
    @AttributeOverride(name = "zip", column = @Column(name = "bill_zip"))
    @AttributeOverride(name = "city", column = @Column(name = "bill_city"))
    public Address getBillTo() {
        return billTo;
    }

    public void setBillTo(Address billTo) {
        this.billTo = billTo;
    }

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
    public Set<OrderLine> getLines() {
        return lines;
    }

    public void setLines(Set<OrderLine> lines) {
        this.lines = lines;
    }

    @OneToOne(mappedBy = "order", cascade = CascadeType.ALL)
    public Payment getPayment() {
        return payment;
    }

    public void setPayment(Payment payment) {
        this.payment = payment;
    }

    @ElementCollection
    @OrderColumn(name = "position")
    public List<String> getRemarks() {
        return remarks;
    }

    public void setRemarks(List<String> remarks) {
        this.remarks = remarks;
    }

    @Version
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    @Transient
    public Money getTotal() {
        return lines.stream().map(OrderLine::getPrice).reduce(Money.euros("0"), Money::plus);
    }

    public void addLine(OrderLine line) {
        line.setOrder(this);
        lines.add(line);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Order order && number.equals(order.getNumber());
    }

    @Override
    public int hashCode() {
        return number.hashCode();
    }
}
