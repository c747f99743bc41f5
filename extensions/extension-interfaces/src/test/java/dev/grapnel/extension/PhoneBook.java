package dev.grapnel.extension;

import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.attribute.ReferenceAttribute;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

/** Contacts, some of them colleagues, with phone numbers. */
final class PhoneBook {
    static final Class<?>[] ALL = {Contact.class, Colleague.class, Phone.class};
    static final ColumnAttribute<Contact, String> NAME = ColumnAttribute.of(Contact.class, "name", String.class);
    static final ColumnAttribute<Contact, String> CITY = ColumnAttribute.of(Contact.class, "city", String.class);
    static final CollectionAttribute<Contact, Phone> PHONES =
            CollectionAttribute.of(Contact.class, "phones", Phone.class);
    static final ReferenceAttribute<Phone, Contact> OWNER =
            ReferenceAttribute.of(Phone.class, "contact", Contact.class);

    private PhoneBook() {}

    /** Not mapped. */
    interface Named {
        String name();
    }

    @Entity(name = "contact")
    @DiscriminatorColumn(name = "kind")
    static class Contact implements Named {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;
        String city;

        @OneToMany(mappedBy = "contact", cascade = jakarta.persistence.CascadeType.ALL)
        @OrderBy("id")
        List<Phone> phones = new ArrayList<>();

        Contact(String name) {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("a contact needs a name");
            }
            this.name = name;
        }

        Contact(String name, String city) {
            this(name);
            this.city = city;
        }

        @Override
        public String name() {
            return name;
        }
    }

    @Entity(name = "colleague")
    static class Colleague extends Contact {
        String room;

        Colleague(String name, String room) {
            super(name);
            this.room = room;
        }
    }

    @Entity(name = "phone")
    static class Phone {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String number;

        @ManyToOne(fetch = FetchType.LAZY)
        Contact contact;

        Phone(String number) {
            this.number = number;
        }
    }
}
