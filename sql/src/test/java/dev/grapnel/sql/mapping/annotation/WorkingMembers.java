package dev.grapnel.sql.mapping.annotation;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What works of the annotations of {@code jakarta.persistence}, each with what the mapping of {@link Probes} says because of it. */
final class WorkingMembers {
    private static final Map<String, String> EVIDENCE = new LinkedHashMap<>();
    private static final Map<String, Path> SHOWN = new LinkedHashMap<>();
    private static final Map<String, String> LIMITS = new LinkedHashMap<>();

    static {
        works("Entity", "class Thing named Item");
        works("Entity.name", "class Thing named Item");
        works("Table", "create table if not exists \"store\".\"thing\" (");
        works("Table.name", "create table if not exists \"store\".\"thing\" (");
        works("Table.schema", "create table if not exists \"store\".\"thing\" (");
        works("Table.uniqueConstraints", "constraint \"one_code\" unique (\"code\", \"area\")");
        works("Table.indexes", "create unique index \"by_code\" on \"store\".\"thing\"");
        works("Table.check", "constraint \"has_code\" check ((code <> ''))");
        works("Table.comment", "comment on table \"store\".\"thing\" is 'all things'");
        works("SecondaryTable", "in [thing, thing_text, thing_more]");
        works("SecondaryTable.name", "create table if not exists \"texts\".\"thing_text\" (");
        works("SecondaryTable.schema", "create table if not exists \"texts\".\"thing_text\" (");
        works("SecondaryTable.pkJoinColumns", "foreign key (\"thing_id\") references \"store\".\"thing\" (\"ident\")");
        works("SecondaryTable.uniqueConstraints", "primary key (\"thing_id\"), unique (\"body\")");
        works("SecondaryTable.indexes", "create index \"by_body\" on \"texts\".\"thing_text\"(\"body\")");
        works("SecondaryTable.check", "check ((body <> 'x'))");
        works("SecondaryTable.comment", "comment on table \"texts\".\"thing_text\" is 'long texts'");
        works("SecondaryTables", "in [thing, thing_text, thing_more]");
        works("SecondaryTables.value", "in [thing, thing_text, thing_more]");
        works("UniqueConstraint", "constraint \"one_code\" unique (\"code\", \"area\")");
        works("UniqueConstraint.name", "constraint \"one_code\" unique (\"code\", \"area\")");
        works("UniqueConstraint.columnNames", "constraint \"one_code\" unique (\"code\", \"area\")");
        works("Index", "create unique index \"by_code\"");
        works("Index.name", "create unique index \"by_code\"");
        works("Index.columnList", "on \"store\".\"thing\"(\"code\" desc, \"area\")");
        works("Index.unique", "create unique index \"by_code\"");
        works("CheckConstraint", "constraint \"has_code\" check ((code <> ''))");
        works("CheckConstraint.name", "constraint \"has_code\" check");
        works("CheckConstraint.constraint", "check ((code <> ''))");
        works("MappedSuperclass", "column thing.source of origin");
        works("Embeddable", "embedded place of Place");
        works("Embedded", "embedded place of Place");
        works("EmbeddedId", "key [attribute Gauge.id.label, attribute Gauge.id.number]");
        works("ElementCollection", "elements words, ListKind, eager true\n    of String");
        works("ElementCollection.targetClass", "elements words, ListKind, eager true\n    of String");
        works("ElementCollection.fetch", "elements words, ListKind, eager true");
        works("CollectionTable", "create table if not exists \"texts\".\"thing_word\" (\"thing\" bigint not null");
        works("CollectionTable.name", "create table if not exists \"texts\".\"thing_word\"");
        works("CollectionTable.schema", "create table if not exists \"texts\".\"thing_word\"");
        works(
                "CollectionTable.joinColumns",
                "create table if not exists \"texts\".\"thing_word\" (\"thing\" bigint not null");
        works("CollectionTable.uniqueConstraints", "constraint \"word_once\" unique (\"thing\", \"word\")");
        works("CollectionTable.indexes", "create index \"by_word\" on \"texts\".\"thing_word\"(\"word\")");
        works("MapKeyClass", "\"amount\" numeric(5, 1) not null");
        works("MapKeyClass.value", "\"amount\" numeric(5, 1) not null");
        works("MapKeyColumn", "\"tone\" varchar(5) not null");
        works("MapKeyColumn.name", "\"tone\" varchar(5) not null");
        works("MapKeyColumn.length", "\"tone\" varchar(5) not null");
        works("MapKeyColumn.nullable", "\"tone\" varchar(5) not null");
        works("MapKeyColumn.precision", "\"amount\" numeric(5, 1)");
        works("MapKeyColumn.scale", "\"amount\" numeric(5, 1)");
        works("MapKeyColumn.columnDefinition", "\"codes_KEY\" varchar(3) not null");
        works("MapKeyTemporal", "\"day\" date");
        works("MapKeyTemporal.value", "\"day\" date");
        works("MapKeyJoinColumn", "\"part_key\" bigint not null");
        works("MapKeyJoinColumn.name", "\"part_key\" bigint not null");
        works("MapKeyJoinColumn.referencedColumnName", "foreign key (\"label_key\") references \"Label\" (\"id\")");
        works("MapKeyJoinColumn.nullable", "\"label_key\" bigint,");
        works("MapKeyJoinColumn.columnDefinition", "\"typed_key\" integer");
        works("MapKeyJoinColumn.foreignKey", "constraint \"key_of_part\"");
        works("MapKeyJoinColumns", "\"part_key\" bigint not null");
        works("MapKeyJoinColumns.value", "\"part_key\" bigint not null");
        works("MapKeyEnumerated", "\"tone\" varchar(5) not null");
        works("MapKeyEnumerated.value", "\"tone\" varchar(5) not null");
        works("OrderColumn", "\"place\" int not null");
        works("OrderColumn.name", "\"place\" int not null");
        works("OrderColumn.nullable", "\"place\" int not null");
        works("OrderColumn.columnDefinition", "\"rank\" smallint");
        works("AttributeOverride", "\"source\" varchar(11)");
        works("AttributeOverride.name", "column thing.source of origin");
        works("AttributeOverride.column", "\"source\" varchar(11)");
        works("AttributeOverrides", "column thing.town of home.urban");
        works("AttributeOverrides.value", "column thing.lane of home.street");
        works("AssociationOverride", "column thing.root_of_thing of root#root_of_thing");
        works("AssociationOverride.name", "column thing.root_of_thing of root#root_of_thing");
        works("AssociationOverride.joinColumns", "column thing.root_of_thing of root#root_of_thing");
        works("AssociationOverride.joinTable", "create table if not exists \"thing_marks\"");
        works("AssociationOverrides", "create table if not exists \"thing_marks\"");
        works("AssociationOverrides.value", "create table if not exists \"thing_marks\"");
        works("IdClass", "class of the key PairKey");
        works("IdClass.value", "class of the key PairKey");
        works("Access", "column ByGetter.from_getter of id");
        works("Access.value", "column ByGetter.from_getter of id");
        works("Inheritance", "class Boat named Boat in [Vessel, Boat], JOINED");
        works("Inheritance.strategy", "class Boat named Boat in [Vessel, Boat], JOINED");
        works("DiscriminatorColumn", "class told by Animal.species of Integer, here 1");
        works("DiscriminatorColumn.name", "class told by Animal.species of Integer, here 1");
        works("DiscriminatorColumn.discriminatorType", "class told by Animal.species of Integer, here 1");
        works("DiscriminatorColumn.length", "\"DTYPE\" varchar(12) not null");
        works("DiscriminatorValue", "class told by Animal.species of Integer, here 2");
        works("DiscriminatorValue.value", "class told by Animal.species of Integer, here 2");
        works("PrimaryKeyJoinColumn", "foreign key (\"vessel_id\") references \"Vessel\" (\"id\")");
        works("PrimaryKeyJoinColumn.name", "foreign key (\"vessel_id\") references \"Vessel\" (\"id\")");
        works(
                "PrimaryKeyJoinColumn.referencedColumnName",
                "foreign key (\"thing_id\") references \"store\".\"thing\" (\"ident\")");
        works("PrimaryKeyJoinColumns", "foreign key (\"vessel_id\") references \"Vessel\" (\"id\")");
        works("PrimaryKeyJoinColumns.value", "foreign key (\"vessel_id\") references \"Vessel\" (\"id\")");
        works(
                "Transient",
                "value builder of StringBuilder\n    deferred false, active false, default false\n  value place.street");
        works("Id", "key [attribute Thing.id]");
        works("GeneratedValue", "keys of sequence 'store.thing_keys'");
        works("GeneratedValue.strategy", "keys of counter 'part' of table 'store.counters'");
        works("GeneratedValue.generator", "keys of sequence 'name_keys'");
        works(
                "SequenceGenerator",
                "create sequence if not exists \"store\".\"thing_keys\" start with 7 increment by 3");
        works("SequenceGenerator.name", "keys of sequence 'store.thing_keys'");
        works("SequenceGenerator.sequenceName", "create sequence if not exists \"store\".\"thing_keys\"");
        works("SequenceGenerator.schema", "create sequence if not exists \"store\".\"thing_keys\"");
        works("SequenceGenerator.initialValue", "start with 7");
        works("SequenceGenerator.allocationSize", "increment by 3");
        works("SequenceGenerators", "keys of sequence 'name_keys'");
        works("SequenceGenerators.value", "keys of sequence 'name_keys'");
        works("TableGenerator", "keys of counter 'part' of table 'store.counters' behind 5 by 20 in counter and at");
        works("TableGenerator.name", "keys of counter 'part'");
        works("TableGenerator.table", "create table if not exists \"store\".\"counters\"");
        works("TableGenerator.schema", "create table if not exists \"store\".\"counters\"");
        works("TableGenerator.pkColumnName", "(\"counter\" varchar(255) not null");
        works("TableGenerator.valueColumnName", "\"at\" bigint not null");
        works("TableGenerator.pkColumnValue", "keys of counter 'part'");
        works("TableGenerator.initialValue", "behind 5");
        works("TableGenerator.allocationSize", "by 20");
        works("TableGenerators", "keys of counter 'part'");
        works("TableGenerators.value", "keys of counter 'part'");
        works("Basic", "value lazy of String\n    deferred true");
        works("Basic.fetch", "value lazy of String\n    deferred true");
        works("Basic.optional", "\"lazy\" varchar(255) not null");
        works("Column", "\"code\" varchar(40) not null");
        works("Column.name", "column thing.ident of id");
        works("Column.unique", "unique (\"code\")");
        works("Column.nullable", "\"code\" varchar(40) not null");
        works("Column.insertable", "column thing.area of area, updated");
        works("Column.updatable", "column thing.code of code, inserted\n");
        works("Column.length", "\"code\" varchar(40)");
        works("Column.precision", "\"price\" numeric(9, 2)");
        works("Column.scale", "\"price\" numeric(9, 2)");
        works("Column.secondPrecision", "\"seen\" timestamp(3)");
        works("Column.table", "column thing_text.body of body");
        works("Column.columnDefinition", "\"kind\" varchar(17) default 'none'");
        works("Column.check", "constraint \"short_code\" check ((code <> 'y'))");
        works("Column.comment", "comment on column \"store\".\"thing\".\"code\" is 'printed on it'");
        works("Version", "version version");
        works(
                "Convert",
                "column thing.answer of answer, inserted, updated\n    type varchar(255) /* java.lang.Boolean */");
        works(
                "Convert.converter",
                "column thing.answer of answer, inserted, updated\n    type varchar(255) /* java.lang.Boolean */");
        works(
                "Convert.attributeName",
                "column thing.urban of place.urban, inserted, updated\n    type varchar(255) /* java.lang.Boolean */");
        works(
                "Convert.disableConversion",
                "column thing.plain of plain, inserted, updated\n    type varchar(255) /* java.lang.String */");
        works(
                "Converts",
                "column thing.town of home.urban, inserted, updated\n    type varchar(255) /* java.lang.Boolean */");
        works(
                "Converts.value",
                "column thing.town of home.urban, inserted, updated\n    type varchar(255) /* java.lang.Boolean */");
        works(
                "Converter",
                "column thing.builder of builder, inserted, updated\n    type varchar(255) /* java.lang.StringBuilder */");
        works(
                "Converter.autoApply",
                "column thing.builder of builder, inserted, updated\n    type varchar(255) /* java.lang.StringBuilder */");
        works("Enumerated", "column thing.tone of tone, inserted, updated\n    type varchar(255)");
        works("Enumerated.value", "column thing.tone of tone, inserted, updated\n    type varchar(255)");
        works("EnumeratedValue", "column thing.rank of rank, inserted, updated\n    type varchar(255)");
        works("Temporal", "\"born\" date");
        works("Temporal.value", "\"born\" date");
        works("Lob", "\"large\" clob");
        works("ManyToOne", "relationship part to Part, MANY_TO_ONE");
        works("ManyToOne.targetEntity", "relationship part to Part, MANY_TO_ONE");
        works(
                "ManyToOne.cascade",
                "relationship part to Part, MANY_TO_ONE\n    kind reference, cascades [SAVE_UPDATE]");
        works("ManyToOne.fetch", "cascades [SAVE_UPDATE]\n    Settings[strategy=SELECT");
        works("ManyToOne.optional", "\"part_id\" bigint not null");
        works("OneToOne", "relationship label to Label, MANY_TO_ONE");
        works("OneToOne.targetEntity", "relationship label to Label, MANY_TO_ONE");
        works("OneToOne.cascade", "cascades [MERGE, DELETE, DELETE_ORPHAN]\n    Settings[strategy=SELECT");
        works("OneToOne.fetch", "cascades [MERGE, DELETE, DELETE_ORPHAN]\n    Settings[strategy=SELECT");
        works("OneToOne.optional", "\"label_id\" bigint not null");
        works("OneToOne.mappedBy", "relationship onlyOne to Thing, ONE_TO_MANY");
        works("OneToOne.orphanRemoval", "cascades [MERGE, DELETE, DELETE_ORPHAN]");
        works("OneToMany", "relationship things to Thing, ONE_TO_MANY");
        works("OneToMany.targetEntity", "relationship things to Thing, ONE_TO_MANY");
        works("OneToMany.cascade", "cascades [DELETE, DELETE_ORPHAN, REFRESH_EXPIRE]");
        works("OneToMany.fetch", "cascades [DELETE, DELETE_ORPHAN, REFRESH_EXPIRE]\n    Settings[strategy=SELECTIN");
        works("OneToMany.mappedBy", "other side part, order []");
        works("OneToMany.orphanRemoval", "cascades [DELETE, DELETE_ORPHAN, REFRESH_EXPIRE]");
        works("ManyToMany", "relationship labels to Label, MANY_TO_MANY");
        works("ManyToMany.targetEntity", "relationship labels to Label, MANY_TO_MANY");
        works("ManyToMany.cascade", "cascades [EXPUNGE]");
        works("ManyToMany.fetch", "cascades [EXPUNGE]\n    Settings[strategy=SELECTIN");
        works("ManyToMany.mappedBy", "other side labels, order []");
        works("JoinColumn", "column thing.part_id of part#part_id, inserted\n");
        works("JoinColumn.name", "column thing.part_id of part#part_id");
        works("JoinColumn.referencedColumnName", "ColumnPair[local=Couple.first, remote=Pair.one]");
        works("JoinColumn.unique", "unique (\"part_id\")");
        works("JoinColumn.nullable", "\"part_id\" bigint not null");
        works("JoinColumn.insertable", "column thing.loose_id of loose#loose_id, updated");
        works("JoinColumn.updatable", "column thing.part_id of part#part_id, inserted\n");
        works("JoinColumn.columnDefinition", "\"part_id\" bigint not null");
        works("JoinColumn.check", "constraint \"positive_part\" check ((part_id > 0))");
        works("JoinColumn.comment", "comment on column \"store\".\"thing\".\"part_id\" is 'made of it'");
        works("JoinColumn.foreignKey", "constraint \"thing_to_part\" foreign key (\"part_id\")");
        works("ForeignKey", "constraint \"thing_to_part\" foreign key (\"part_id\")");
        works("ForeignKey.name", "constraint \"thing_to_part\" foreign key (\"part_id\")");
        works(
                "ForeignKey.value",
                "foreign key (\"root_of_thing\") references \"Part\" (\"id\"), constraint \"thing_to_part\" foreign key (\"part_id\") references \"Part\" (\"id\"), foreign key (\"label_id\")");
        works("JoinColumns", "foreign key (\"first\", \"second\") references \"Pair\" (\"one\", \"two\")");
        works("JoinColumns.value", "foreign key (\"first\", \"second\") references \"Pair\" (\"one\", \"two\")");
        works(
                "JoinTable",
                "create table if not exists \"store\".\"thing_label\" (\"of_thing\" bigint not null, \"of_label\" bigint not null");
        works("JoinTable.name", "create table if not exists \"store\".\"thing_label\"");
        works("JoinTable.schema", "create table if not exists \"store\".\"thing_label\"");
        works("JoinTable.joinColumns", "\"of_thing\" bigint not null");
        works("JoinTable.inverseJoinColumns", "\"of_label\" bigint not null");
        works("JoinTable.uniqueConstraints", "constraint \"label_once\" unique (\"of_label\")");
        works("JoinTable.indexes", "create index \"by_label\" on \"store\".\"thing_label\"(\"of_label\")");
        works("JoinTable.check", "constraint \"label_known\" check ((of_label > 0))");
        works("JoinTable.comment", "comment on table \"store\".\"thing_label\" is 'what hangs on it'");
        works("MapsId", "column Gauge.label_id of id.label");
        works("MapsId.value", "column Gauge.label_id of id.label");
        works("MapKey", "relationship things to Thing, MANY_TO_MANY\n    kind MapKind");
        works("MapKey.name", "relationship things to Thing, MANY_TO_MANY\n    kind MapKind");
        works("OrderBy", "AttributeOrder[attribute=text, descending=true]");
        works("OrderBy.value", "AttributeOrder[attribute=text, descending=true]");
        callbacks();
        limits();
    }

    private WorkingMembers() {}

    private static void works(String name, String evidence) {
        EVIDENCE.put(name, evidence);
    }

    private static void callbacks() {
        for (String name : List.of(
                "PrePersist", "PostPersist", "PreUpdate", "PostUpdate", "PreRemove", "PostRemove", "PostLoad")) {
            SHOWN.put(name, Path.of("../testkit/src/test/java/dev/grapnel/testkit/callback/Desk.java"));
        }
        for (String name : List.of(
                "EntityListeners", "EntityListeners.value", "ExcludeSuperclassListeners", "ExcludeDefaultListeners")) {
            SHOWN.put(name, Path.of("../testkit/src/test/java/dev/grapnel/testkit/callback/Kennel.java"));
        }
    }

    private static void limits() {
        limit("Access", "Values are read and written in fields; at a getter it says where annotations are");
        limit("Embeddable", "Classes and records, of values and further embeddable classes");
        limit(
                "Lob",
                "Text (`String`, `char[]`), bytes (`byte[]`), and classes that implement `Serializable`, of which only those of known packages are read");
        limit("Temporal", "Of `java.util.Date`");
        limit("EnumeratedValue", "A field of `String`, `int`, `short` or `byte`");
        limit("Version", "Whole numbers, `Instant` and `LocalDateTime`; others with `@VersionedBy`");
        limit("Converter", "By itself for types that a column cannot hold as they are");
        limit("OrderBy", "Of relationships, by attributes of their members");
        limit("JoinTable", "Of collections");
        limit("SecondaryTable", "At the head of a hierarchy; each object has a row in every table");
        limit("SequenceGenerator", "On databases with sequences");
        limit("Index", "By names of columns");
    }

    private static void limit(String annotation, String words) {
        LIMITS.put(annotation, words);
    }

    /** All that work. */
    static Set<String> names() {
        return EVIDENCE.keySet();
    }

    static boolean isUnderstood(Class<?> annotation) {
        return isUnderstood(annotation.getSimpleName());
    }

    static boolean isUnderstood(Method member) {
        return isUnderstood(PersistenceAnnotations.name(member));
    }

    private static boolean isUnderstood(String name) {
        return EVIDENCE.containsKey(name) || SHOWN.containsKey(name);
    }

    /** What the mapping of the probes says because of an annotation or member. */
    static String evidence(String name) {
        return Objects.requireNonNull(EVIDENCE.get(name));
    }

    /** The classes of another test that use the annotation, or null. */
    static Path shownBy(String name) {
        return SHOWN.get(name);
    }

    /** Where an annotation works; empty: everywhere. */
    static String limit(Class<? extends Annotation> annotation) {
        return LIMITS.getOrDefault(annotation.getSimpleName(), "");
    }
}
