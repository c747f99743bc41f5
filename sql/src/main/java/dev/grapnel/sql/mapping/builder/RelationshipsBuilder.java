package dev.grapnel.sql.mapping.builder;

import dev.grapnel.core.instrument.Attribute;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;

/**
 * Says which fields of an entity class are relationships or collections of values.
 *
 * @param <T> the class
 */
public abstract class RelationshipsBuilder<T> extends AttributesBuilder<T> {
    RelationshipsBuilder(Class<?> type) {
        super(type);
    }

    /**
     * Maps a reference that several objects may have to the same one.
     *
     * @param field its name
     * @return for saying more
     */
    public final ReferenceBuilder toOne(String field) {
        return new ReferenceBuilder(field(field), ManyToOne.class);
    }

    /**
     * Maps a reference that several objects may have to the same one.
     *
     * @param attribute that stands for it
     * @return for saying more
     */
    public final ReferenceBuilder toOne(Attribute<? super T, ?> attribute) {
        return new ReferenceBuilder(field(FieldName.of(attribute)), ManyToOne.class);
    }

    /**
     * Maps a reference that several objects may have to the same one.
     *
     * @param getter as {@code Contact::getName}
     * @return for saying more
     */
    public final ReferenceBuilder toOne(Getter<T, ?> getter) {
        return new ReferenceBuilder(field(FieldName.of(getter)), ManyToOne.class);
    }

    /**
     * Maps a reference between two objects that belong together.
     *
     * @param field its name
     * @return for saying more
     */
    public final ReferenceBuilder oneToOne(String field) {
        return new ReferenceBuilder(field(field), OneToOne.class);
    }

    /**
     * Maps a reference between two objects that belong together.
     *
     * @param attribute that stands for it
     * @return for saying more
     */
    public final ReferenceBuilder oneToOne(Attribute<? super T, ?> attribute) {
        return new ReferenceBuilder(field(FieldName.of(attribute)), OneToOne.class);
    }

    /**
     * Maps a reference between two objects that belong together.
     *
     * @param getter as {@code Contact::getName}
     * @return for saying more
     */
    public final ReferenceBuilder oneToOne(Getter<T, ?> getter) {
        return new ReferenceBuilder(field(FieldName.of(getter)), OneToOne.class);
    }

    /**
     * Maps a collection of objects that belong to one owner. Say with it where the links are: {@code mappedBy}, {@code column} or {@code table}.
     *
     * @param field its name
     * @return for saying more
     */
    public final CollectionBuilder toMany(String field) {
        return new CollectionBuilder(field(field), OneToMany.class);
    }

    /**
     * Maps a collection of objects that belong to one owner. Say with it where the links are: {@code mappedBy}, {@code column} or {@code table}.
     *
     * @param attribute that stands for it
     * @return for saying more
     */
    public final CollectionBuilder toMany(Attribute<? super T, ?> attribute) {
        return new CollectionBuilder(field(FieldName.of(attribute)), OneToMany.class);
    }

    /**
     * Maps a collection of objects that belong to one owner. Say with it where the links are: {@code mappedBy}, {@code column} or {@code table}.
     *
     * @param getter as {@code Contact::getName}
     * @return for saying more
     */
    public final CollectionBuilder toMany(Getter<T, ?> getter) {
        return new CollectionBuilder(field(FieldName.of(getter)), OneToMany.class);
    }

    /**
     * Maps a collection of objects that may be in several collections; the links are in a table of their own.
     *
     * @param field its name
     * @return for saying more
     */
    public final CollectionBuilder manyToMany(String field) {
        return new CollectionBuilder(field(field), ManyToMany.class);
    }

    /**
     * Maps a collection of objects that may be in several collections; the links are in a table of their own.
     *
     * @param attribute that stands for it
     * @return for saying more
     */
    public final CollectionBuilder manyToMany(Attribute<? super T, ?> attribute) {
        return new CollectionBuilder(field(FieldName.of(attribute)), ManyToMany.class);
    }

    /**
     * Maps a collection of objects that may be in several collections; the links are in a table of their own.
     *
     * @param getter as {@code Contact::getName}
     * @return for saying more
     */
    public final CollectionBuilder manyToMany(Getter<T, ?> getter) {
        return new CollectionBuilder(field(FieldName.of(getter)), ManyToMany.class);
    }

    /**
     * Maps a collection of values without identity, in a table of its own.
     *
     * @param field its name
     * @return for saying more
     */
    public final ElementsBuilder elements(String field) {
        return new ElementsBuilder(field(field));
    }

    /**
     * Maps a collection of values without identity, in a table of its own.
     *
     * @param attribute that stands for it
     * @return for saying more
     */
    public final ElementsBuilder elements(Attribute<? super T, ?> attribute) {
        return new ElementsBuilder(field(FieldName.of(attribute)));
    }

    /**
     * Maps a collection of values without identity, in a table of its own.
     *
     * @param getter as {@code Contact::getName}
     * @return for saying more
     */
    public final ElementsBuilder elements(Getter<T, ?> getter) {
        return new ElementsBuilder(field(FieldName.of(getter)));
    }
}
