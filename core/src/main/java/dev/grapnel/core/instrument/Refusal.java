package dev.grapnel.core.instrument;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
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
        if (object instanceof Enhanced enhanced && enhanced.$grapnel$state() instanceof EmbeddedState) {
            return beginning + "it is an embedded value. Use the object it belongs to.";
        }
        return object instanceof Enhanced
                ? beginning + "it is plain, because its class was not mapped when it was made."
                        + " Map the class in a registry before making objects of it."
                : beginning
                        + "it is of a class that is not mapped. Annotate it with @Entity and map it in a registry, or give another object.";
    }

    /** Its record is that of another object. */
    static InvalidRequestException sharedState(InstanceState state) {
        return new InvalidRequestException("Cannot use a copy of " + state
                + ": it was made by clone() in code that is not enhanced, so it shares the record of its original. Enhance the class that calls"
                + " super.clone(), or copy by a constructor.");
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
