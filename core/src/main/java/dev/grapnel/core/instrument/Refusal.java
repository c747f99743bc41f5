package dev.grapnel.core.instrument;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.StateHolder;
import org.jspecify.annotations.Nullable;

/** Why an object cannot be used, in words that say what to do. */
final class Refusal {
    private Refusal() {}

    /** It has no record. */
    static UnmappedClassException plain(@Nullable Object object) {
        return new UnmappedClassException(whyPlain(object));
    }

    private static String whyPlain(@Nullable Object object) {
        if (object == null) {
            return "Expected a mapped object and was given null.";
        }
        String beginning = "Cannot use an object of " + object.getClass().getName() + " in a session: ";
        if (object instanceof Enhanced enhanced && enhanced.$grapnel$state() instanceof ValueState) {
            return beginning + "it is an embedded value. Use the object it belongs to.";
        }
        if (object instanceof StateHolder && isMapped(object)) {
            return beginning
                    + "its class keeps states itself and has none for it. Give the field that holds the state no initialiser, do not"
                    + " declare it Java-transient, and map the class in a registry before making objects of it.";
        }
        return object instanceof Enhanced
                ? beginning + "it is plain, because its class was not mapped when it was made."
                        + " Map the class in a registry before making objects of it."
                : beginning
                        + "it is of a class that is not mapped. Annotate it with @Entity and map it in a registry, or give another object.";
    }

    private static boolean isMapped(Object object) {
        return object instanceof Enhanced enhanced && enhanced.$grapnel$type().manager() != null;
    }

    /** Its record is that of another object. */
    static InvalidRequestException sharedState(InstanceState state) {
        return new InvalidRequestException("Cannot use a copy of " + state
                + ": it was made by clone() in code that is not enhanced, so it shares the record of its original. Enhance the class that calls"
                + " super.clone(), or copy by a constructor.");
    }

    /** A copy got the record of its own, and its original got it too. */
    static InvalidRequestException sharedPlace(InstanceState state) {
        return new InvalidRequestException("Cannot copy " + state + " by clone(): "
                + state.manager().type().getName()
                + " keeps states itself, in something that the copy shares with its original. Keep the state in a field of the object, make what"
                + " holds it in ValueStorage.initialize(…), or copy by a constructor.");
    }

    /** Its class keeps the records of its objects, and did not keep this one. */
    static InvalidRequestException notHeld(Class<?> type) {
        return new InvalidRequestException("Cannot watch an object of " + type.getName()
                + ": the class keeps states itself, and its method instanceState() does not give back what was put there before. Let"
                + " instanceState(InstanceState) keep the state of each object.");
    }

    /** The registry that mapped its class is gone. */
    static UnmappedClassException released(InstanceState state) {
        return new UnmappedClassException("Cannot load values of " + state + ": the registry that mapped "
                + state.manager().type().getName()
                + " was disposed. Map the class again and load the object anew.");
    }

    /** Its record is in use. */
    static InvalidRequestException inSession(InstanceState state) {
        return new InvalidRequestException("Cannot take the record of " + state
                + " away: it belongs to a session. Expunge the object from its session first.");
    }

    /** Its instrumentation does not know its values. */
    static InvalidRequestException noValues(Class<?> type, ValueStorage storage) {
        return new InvalidRequestException("Cannot reach the values of an object of " + type.getName() + ": "
                + storage.getClass().getName()
                + " has none for it. Make them in initialize(…), and give the field that holds them no initialiser.");
    }
}
