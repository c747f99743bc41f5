package dev.grapnel.testkit.session;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Members have collections of values of every kind. */
final class Members {
    private Members() {}

    enum Channel {
        MAIL,
        POST
    }

    @Embeddable
    record Loan(String title, @Column(name = "days") int length) implements Serializable {}

    @Embeddable
    static class Phone implements Serializable {
        String number;
        String note;

        Phone(String number, String note) {
            this.number = number;
            this.note = note;
        }
    }

    @Entity
    @Table(name = "member")
    static class Member implements Serializable {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        @ElementCollection
        @CollectionTable(name = "member_tag", joinColumns = @JoinColumn(name = "member"))
        @Column(name = "tag")
        Set<String> tags = new HashSet<>();

        @ElementCollection
        @CollectionTable(name = "member_visit")
        List<Integer> visits = new ArrayList<>();

        @ElementCollection
        @CollectionTable(name = "member_step")
        @OrderColumn(name = "place")
        List<String> steps = new ArrayList<>();

        @ElementCollection
        @CollectionTable(name = "member_score")
        @MapKeyColumn(name = "game")
        @Column(name = "points")
        Map<String, Integer> scores = new HashMap<>();

        @ElementCollection
        @CollectionTable(name = "member_loan")
        Set<Loan> loans = new HashSet<>();

        @ElementCollection
        @CollectionTable(name = "member_phone")
        @AttributeOverride(name = "note", column = @Column(name = "remark"))
        List<Phone> phones = new ArrayList<>();

        @ElementCollection
        @CollectionTable(name = "member_contact")
        @MapKeyEnumerated(EnumType.STRING)
        @AttributeOverride(name = "value.note", column = @Column(name = "remark"))
        Map<Channel, Phone> contacts = new HashMap<>();

        @ElementCollection(fetch = FetchType.EAGER)
        @CollectionTable(name = "member_channel")
        @Enumerated(EnumType.STRING)
        Set<Channel> channels = new HashSet<>();

        Member(String name) {
            this.name = name;
        }
    }
}
