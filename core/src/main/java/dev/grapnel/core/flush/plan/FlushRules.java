package dev.grapnel.core.flush.plan;

import dev.grapnel.core.mapping.Direction;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The rules that a mapper's objects bring into a flush, made once from the frozen mapping.
 *
 * @param own one for each relationship of the mapper
 * @param incoming one for each many-to-one relationship that refers to the mapper
 */
record FlushRules(List<DependencyRule> own, List<DependencyRule> incoming) {

    /** The rules of one declaring mapper, so that subclasses share them. */
    private record Declared(List<DependencyRule> rules, List<KeySwitchRule> switches) {
        static Declared of(Mapper mapper) {
            List<DependencyRule> rules = new ArrayList<>();
            List<KeySwitchRule> switches = new ArrayList<>();
            for (Relationship relationship : mapper.relationships()) {
                if (relationship.declaringType() == mapper.type()
                        && !relationship.settings().viewOnly()) {
                    rules.add(DependencyRule.of(mapper, relationship));
                    if (relationship.direction() == Direction.MANY_TO_ONE) {
                        switches.add(new KeySwitchRule(mapper, relationship));
                    }
                }
            }
            return new Declared(List.copyOf(rules), List.copyOf(switches));
        }
    }

    static FlushRules of(Mapper mapper) {
        return mapper.attachment(FlushRules.class, FlushRules::make);
    }

    private static FlushRules make(Mapper mapper) {
        List<DependencyRule> own = new ArrayList<>();
        for (Relationship relationship : mapper.relationships()) {
            Mapper declaring = Objects.requireNonNull(mapper.registry().find(relationship.declaringType()));
            declared(declaring).rules.stream()
                    .filter(rule -> rule.relationship() == relationship)
                    .forEach(own::add);
        }
        List<DependencyRule> incoming = new ArrayList<>();
        for (Mapper other : mapper.registry().mappers()) {
            for (KeySwitchRule rule : declared(other).switches) {
                if (mapper.isA(rule.relationship().target())) {
                    incoming.add(rule);
                }
            }
        }
        return new FlushRules(List.copyOf(own), List.copyOf(incoming));
    }

    private static Declared declared(Mapper mapper) {
        return mapper.attachment(Declared.class, Declared::of);
    }
}
