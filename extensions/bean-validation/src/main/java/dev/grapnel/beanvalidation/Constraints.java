package dev.grapnel.beanvalidation;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.EmbeddedTracker;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the validator of the application about objects and values. */
final class Constraints {
    private final Validator validator;
    private final Groups groups;

    Constraints(ValidatorFactory factory, Groups groups) {
        this.validator = factory.usingContext()
                .traversableResolver(new LoadedAttributes())
                .getValidator();
        this.groups = groups;
    }

    /** Whether an attribute has constraints, in any group. */
    boolean concern(Class<?> type, String attribute) {
        return validator.getConstraintsForClass(type).getConstraintsForProperty(attribute) != null;
    }

    /**
     * Refuses objects that break a constraint.
     *
     * @param purpose what is about to be done, as a message calls it
     * @param objects mapped
     * @throws ConstraintViolationException if one does; tells of all
     */
    void require(String purpose, List<Object> objects) {
        Set<ConstraintViolation<?>> violations = new LinkedHashSet<>();
        List<String> sentences = new ArrayList<>();
        for (Object object : objects) {
            InstanceState state = ClassManager.requireState(object);
            Set<ConstraintViolation<?>> found = violations(object, state);
            violations.addAll(found);
            found.stream()
                    .map(violation ->
                            describe(state, violation.getPropertyPath().toString(), violation))
                    .sorted()
                    .forEach(sentences::add);
        }
        refuse("Cannot " + purpose, sentences, violations);
    }

    private Set<ConstraintViolation<?>> violations(Object object, InstanceState state) {
        Class<?>[] chosen = groups.of(state);
        if (chosen.length == 0) {
            return Set.of();
        }
        composeEmbeddedValues(state);
        Set<ConstraintViolation<?>> found = new LinkedHashSet<>(validator.validate(object, chosen));
        if (state.key() == null) {
            found.addAll(emptyCollections(state, chosen));
        }
        return found;
    }

    /** An embedded value is put together from its parts when it is first read; the validator reads past that. */
    private static void composeEmbeddedValues(InstanceState state) {
        for (AttributeTracker attribute : ClassManager.of(state).trackers()) {
            if (attribute instanceof EmbeddedTracker) {
                attribute.get(state, Passive.NO_INITIALIZE);
            }
        }
    }

    /** New objects have empty collections that their fields do not hold until they are changed; so they are shown to the validator. */
    private Set<ConstraintViolation<?>> emptyCollections(InstanceState state, Class<?>[] chosen) {
        Set<ConstraintViolation<?>> found = new LinkedHashSet<>();
        Class<?> type = state.manager().type();
        for (AttributeTracker attribute : ClassManager.of(state).trackers()) {
            if (attribute.isCollection() && !state.has(attribute.index()) && concern(type, attribute.name())) {
                found.addAll(
                        validator.validateValue(type, attribute.name(), attribute.get(state, Passive.OFF), chosen));
            }
        }
        return found;
    }

    /**
     * Refuses a value that breaks a constraint of its attribute.
     *
     * @param state of the object
     * @param attribute name
     * @param value to be written
     * @throws ConstraintViolationException if it does
     */
    void requireValue(InstanceState state, String attribute, @Nullable Object value) {
        Class<?>[] chosen = groups.of(state);
        if (chosen.length == 0) {
            return;
        }
        Set<ConstraintViolation<?>> found =
                new LinkedHashSet<>(validator.validateValue(state.manager().type(), attribute, value, chosen));
        List<String> sentences = found.stream()
                .map(violation -> describe(state, attribute, violation))
                .sorted()
                .toList();
        refuse("Cannot assign", sentences, found);
    }

    /** Without the value, which may be a secret. */
    private static String describe(InstanceState state, String path, ConstraintViolation<?> violation) {
        return state + (path.isEmpty() ? ": " : " " + path + ": ") + violation.getMessage();
    }

    private static void refuse(String what, List<String> sentences, Set<ConstraintViolation<?>> violations) {
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(
                    what + ", because "
                            + (sentences.size() == 1 ? "a constraint is" : sentences.size() + " constraints are")
                            + " violated: " + String.join("; ", sentences),
                    violations);
        }
    }
}
