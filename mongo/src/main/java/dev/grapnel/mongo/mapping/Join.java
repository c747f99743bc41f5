package dev.grapnel.mongo.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * By which foreign id a relation goes, found when it is first used.
 *
 * @param kind where the id is
 * @param foreignId the field
 */
record Join(RelationKind kind, MappedField foreignId) {

    /** A foreign id that may be meant. */
    private record Candidate(boolean here, MappedField field) {
        Join join() {
            return new Join(RelationKind.of(here, field.declared().list()), field);
        }

        @Override
        public String toString() {
            return field.toString();
        }
    }

    /**
     * Finds the join of a relation.
     *
     * @throws NoJoinException if there is none
     * @throws AmbiguousJoinException if there are several
     */
    static Join of(DocumentMapper owner, RelationDeclaration relation) {
        DocumentMapper target = DocumentMapper.of(relation.target());
        List<Candidate> found = new ArrayList<>();
        add(found, true, owner, target, relation.via());
        add(found, false, target, owner, relation.via());
        if (found.size() == 1) {
            return found.get(0).join();
        }
        String name = owner.type().getSimpleName() + '.' + relation.attribute();
        if (found.isEmpty()) {
            throw new NoJoinException("Cannot follow relation " + name + ": no foreign id "
                    + (relation.via().field() == null
                            ? ""
                            : "'" + relation.via().field() + "' ") + "leads from "
                    + owner.type().getName() + " to " + relation.target().getName()
                    + " or back. Map one with foreignId or foreignIds.");
        }
        throw new AmbiguousJoinException("Cannot follow relation " + name + ": several foreign ids lead between "
                + owner.type().getName() + " and " + relation.target().getName() + ": "
                + found.stream().map(Candidate::toString).collect(Collectors.joining(", "))
                + ". Say which one with Via.field, Via.own or Via.other.");
    }

    private static void add(List<Candidate> found, boolean here, DocumentMapper from, DocumentMapper to, Via via) {
        if (via.ownSide() != null && via.ownSide() != here) {
            return;
        }
        for (MappedField field : from.fields()) {
            boolean named =
                    via.field() == null || via.field().equals(field.declared().attribute());
            if (named && field.declared().isForeign() && to.isA(DocumentMapper.of(targetOf(field)))) {
                found.add(new Candidate(here, field));
            }
        }
    }

    private static Class<?> targetOf(MappedField field) {
        return Objects.requireNonNull(field.declared().target());
    }

    String fieldName() {
        return foreignId.storedName();
    }

    String attribute() {
        return foreignId.declared().attribute();
    }
}
