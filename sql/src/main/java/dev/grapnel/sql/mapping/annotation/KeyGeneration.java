package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.sql.mapping.declaration.ValueDeclaration.Role;
import dev.grapnel.sql.schema.KeyBlocks;
import dev.grapnel.sql.schema.Sequence;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.SequenceGenerator;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys of new objects come from.
 *
 * @param role the database counts them, or somebody else gives them
 * @param blocks the sequence or counter they are taken from, or null
 * @param values makes them, or null
 */
record KeyGeneration(
        Role role, @Nullable KeyBlocks blocks, @Nullable Supplier<?> values) {
    private static final Set<Class<?>> WHOLE_NUMBERS =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);
    private static final KeyGeneration PROGRAM = new KeyGeneration(Role.KEY, null, null);
    private static final KeyGeneration IDENTITY = new KeyGeneration(Role.GENERATED_KEY, null, null);

    static KeyGeneration of(EntityField field) {
        GeneratedValue said = field.annotation(GeneratedValue.class);
        if (said == null) {
            return PROGRAM;
        }
        return switch (strategy(field, said)) {
            case UUID -> uuid(field);
            case SEQUENCE -> sequence(field, said.generator());
            case TABLE -> {
                requireWholeNumber(field);
                yield new KeyGeneration(Role.KEY, CounterReader.read(field, said.generator()), null);
            }
            default -> identity(field);
        };
    }

    private static GenerationType strategy(EntityField field, GeneratedValue said) {
        if (said.strategy() != GenerationType.AUTO) {
            return said.strategy();
        }
        if (field.type() == UUID.class) {
            return GenerationType.UUID;
        }
        if (said.generator().isEmpty()) {
            return GenerationType.IDENTITY;
        }
        return CounterReader.find(field, said.generator()) == null ? GenerationType.SEQUENCE : GenerationType.TABLE;
    }

    private static KeyGeneration identity(EntityField field) {
        requireWholeNumber(field);
        return IDENTITY;
    }

    private static void requireWholeNumber(EntityField field) {
        if (!WHOLE_NUMBERS.contains(field.type())) {
            throw field.wrong("the database generates whole numbers, and the field is of "
                    + field.type().getName()
                    + ". Use a whole number, or leave @GeneratedValue out and assign keys in the program.");
        }
    }

    private static KeyGeneration uuid(EntityField field) {
        if (field.type() == UUID.class) {
            return new KeyGeneration(Role.KEY, null, UUID::randomUUID);
        }
        if (field.type() == String.class) {
            return new KeyGeneration(Role.KEY, null, () -> UUID.randomUUID().toString());
        }
        throw field.wrong("GenerationType.UUID gives a java.util.UUID or its text, and the field is of "
                + field.type().getName() + ". Use java.util.UUID or String.");
    }

    // ---- sequences ----

    private static KeyGeneration sequence(EntityField field, String generator) {
        requireWholeNumber(field);
        SequenceGenerator said = generator(field, generator);
        return new KeyGeneration(Role.KEY, said == null ? byDefault(field) : declared(field, said), null);
    }

    private static Sequence byDefault(EntityField field) {
        return new Sequence(defaultName(field), null, 1, 50);
    }

    private static String defaultName(EntityField field) {
        return field.entity().getSimpleName().toLowerCase(Locale.ROOT) + "_seq";
    }

    private static Sequence declared(EntityField field, SequenceGenerator said) {
        if (said.allocationSize() < 1) {
            throw field.wrong("the allocationSize of its sequence is " + said.allocationSize()
                    + ". Use the step of the sequence, which is at least 1.");
        }
        String name = !said.sequenceName().isEmpty()
                ? said.sequenceName()
                : said.name().isEmpty() ? defaultName(field) : said.name();
        String schema = said.schema().isEmpty() ? null : said.schema();
        return new Sequence(name, schema, said.initialValue(), said.allocationSize());
    }

    private static @Nullable SequenceGenerator generator(EntityField field, String name) {
        List<SequenceGenerator> all = declared(field, SequenceGenerator.class);
        if (name.isEmpty()) {
            return all.isEmpty() ? null : all.get(0);
        }
        return all.stream()
                .filter(said -> said.name().equals(name))
                .findFirst()
                .orElseThrow(() -> field.wrong("its generator '" + name
                        + "' is not declared. Put @SequenceGenerator(name = \"" + name
                        + "\") onto the field or the class."));
    }

    /** The generators of one kind that a field may name: its own, and those of its class and superclasses. */
    static <A extends Annotation> List<A> declared(EntityField field, Class<A> kind) {
        List<A> all = new ArrayList<>(List.of(field.annotated().getAnnotationsByType(kind)));
        for (Class<?> at = field.entity(); at != null; at = at.getSuperclass()) {
            all.addAll(List.of(at.getAnnotationsByType(kind)));
        }
        return all;
    }
}
