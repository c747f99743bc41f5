package dev.grapnel.testkit.session;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A firm has workers of several kinds over joined tables, these have machines of several kinds in one table, and a locker. */
final class Firm {
    static final Class<?>[] ALL = {
        Company.class, Worker.class, Smith.class, Clerk.class, Machine.class, Press.class, Lathe.class, Locker.class,
    };

    private Firm() {}

    @Entity
    @Table(name = "company")
    static class Company {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        @OneToMany(mappedBy = "company", cascade = CascadeType.ALL)
        List<Worker> workers = new ArrayList<>();

        Company(String name, Worker... workers) {
            this.name = name;
            this.workers.addAll(List.of(workers));
        }
    }

    @Entity
    @Table(name = "worker")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Worker {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        @ManyToOne(fetch = FetchType.LAZY)
        Company company;

        @ManyToOne(fetch = FetchType.LAZY)
        Worker boss;

        @OneToMany(mappedBy = "worker", cascade = CascadeType.ALL)
        List<Machine> machines = new ArrayList<>();

        @OneToOne(mappedBy = "worker", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
        Locker locker;

        Worker(String name) {
            this.name = name;
        }
    }

    @Entity
    @Table(name = "smith")
    static class Smith extends Worker {
        String metal;

        Smith(String name, String metal) {
            super(name);
            this.metal = metal;
        }
    }

    @Entity
    @Table(name = "clerk")
    static class Clerk extends Worker {
        String desk;

        Clerk(String name, String desk) {
            super(name);
            this.desk = desk;
        }
    }

    @Entity
    @Table(name = "machine")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    static class Machine {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String label;

        @ManyToOne(fetch = FetchType.LAZY)
        Worker worker;

        Machine(String label) {
            this.label = label;
        }
    }

    @Entity
    static class Press extends Machine {
        Integer tons;

        Press(String label, int tons) {
            super(label);
            this.tons = tons;
        }
    }

    @Entity
    static class Lathe extends Machine {
        Integer speed;

        Lathe(String label, int speed) {
            super(label);
            this.speed = speed;
        }
    }

    @Entity
    @Table(name = "locker")
    static class Locker {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        Integer number;

        @OneToOne(fetch = FetchType.LAZY)
        Worker worker;

        Locker(int number) {
            this.number = number;
        }
    }
}
