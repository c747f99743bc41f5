package dev.grapnel.extension;

import dev.grapnel.core.instrument.LoadContext;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.sql.row.MappedRow;
import java.util.List;

/**
 * Hooks into the life of the objects of a mapped class and its subclasses, as methods of one class.
 *
 * <pre>{@code
 * class Stamp implements MapperExtension<Contact> {
 *     @Override
 *     public Chain beforeInsert(Mapper mapper, StoreConnection connection, Contact contact) {
 *         contact.createdAt = clock.instant();
 *         return Chain.CONTINUE;
 *     }
 * }
 *
 * Extensions.add(Contact.class, new Stamp());
 * }</pre>
 *
 * <p>Several extensions form a chain and are asked in its order (rule L-1): those of the class in the order in which they were added, then
 * those of its superclasses from near to far, then those of the registry, then those of all mappers; each once (rule L-5). A method that
 * returns {@link Chain#STOP} ends the chain for this call (rule L-2). A method that is not overridden is never called and costs nothing (rule
 * L-6). What a method throws goes on to the operation, unless it says otherwise.
 *
 * <p>One extension may serve many classes, sessions and threads at the same time.
 *
 * @param <T> the class of the objects
 */
public interface MapperExtension<T> {
    /**
     * A mapper is being made; its class is not under watch yet (rule M-17).
     *
     * @param mapper without properties so far
     * @param type the class: {@code T} or a subclass
     * @return whether the next extension is asked
     */
    default Chain instrumentClass(Mapper mapper, Class<?> type) {
        return Chain.CONTINUE;
    }

    /**
     * A constructor of the application runs; not when an object is loaded. It has not run its body, so fields have no values yet, and field
     * initialisers win over what is set here (rule I-2).
     *
     * @param mapper of the class
     * @param type the class of the object
     * @param call the constructor and its arguments, which may be replaced
     * @param instance the object
     * @return whether the next extension is asked
     */
    default Chain initInstance(Mapper mapper, Class<?> type, InitCall call, T instance) {
        return Chain.CONTINUE;
    }

    /**
     * A constructor of the application threw; its exception goes on afterwards. What this method throws becomes a warning in the log and ends
     * the chain.
     *
     * @param mapper of the class
     * @param type the class of the object
     * @param call the constructor, its arguments and its exception
     * @param instance the object, perhaps half made
     * @return whether the next extension is asked
     */
    default Chain initFailed(Mapper mapper, Class<?> type, FailedCall call, T instance) {
        return Chain.CONTINUE;
    }

    /**
     * A row reaches the mapper, before its class and its identity are known; for the class that is asked for, and again for the subclass, if
     * the row is of one (rule L-8).
     *
     * @param mapper whose turn it is
     * @param context the result being read
     * @param row the values by attribute and column
     * @return {@link RowReply#of} another row, made by {@link MappedRow#with}; or what a chain says
     */
    default RowReply translateRow(Mapper mapper, LoadContext context, MappedRow row) {
        return Chain.CONTINUE;
    }

    /**
     * An object is about to be made for a row whose key is not in memory (rule L-9).
     *
     * @param mapper of the row
     * @param context the result being read
     * @param row the values
     * @param type the class of the mapper
     * @return {@link InstanceReply#of} an object, also one of another mapped class; or what a chain says
     */
    default InstanceReply createInstance(Mapper mapper, LoadContext context, MappedRow row, Class<?> type) {
        return Chain.CONTINUE;
    }

    /**
     * A row is about to fill an object: a new one, one that is refreshed, or one in memory that lacks values; again for further rows of it
     * (rule L-10). What is set here for the first row counts as loaded.
     *
     * @param mapper of the row
     * @param context the result being read
     * @param row the values
     * @param instance the object
     * @param flags first row or not, and which attributes
     * @return {@link Chain#CONTINUE} to have it filled, anything else to leave its attributes as they are
     */
    default Chain populateInstance(Mapper mapper, LoadContext context, MappedRow row, T instance, RowFlags flags) {
        return Chain.CONTINUE;
    }

    /**
     * An object is about to be put into the result of a query for objects of one class; not for relationships, loads by key, refreshes and
     * pages (rule L-12).
     *
     * @param mapper of the row
     * @param context the result being read
     * @param row the values
     * @param instance the object
     * @param result so far; what is added here stays, any number of times
     * @param flags first row of the object or not
     * @return {@link Chain#CONTINUE} to have it put there, anything else to leave it out
     */
    default Chain appendResult(
            Mapper mapper, LoadContext context, MappedRow row, T instance, List<Object> result, RowFlags flags) {
        return Chain.CONTINUE;
    }

    /**
     * An object was made from a row and has its first values; once for each object. Collections that come with further rows are not complete
     * (rule L-11). What is set here counts as loaded.
     *
     * @param mapper of the object
     * @param instance the object
     * @return whether the next extension is asked
     */
    default Chain reconstructInstance(Mapper mapper, T instance) {
        return Chain.CONTINUE;
    }

    /**
     * Before the INSERT of a new object. Values set here are written; the plan of the flush stays as it is, so do not add, delete or relate
     * objects: do that in {@code before_flush} (rules M-11, M-12).
     *
     * @param mapper of the object
     * @param connection which writes the row; own SQL goes through it
     * @param instance the object
     * @return whether the next extension is asked; the row is written in any case
     */
    default Chain beforeInsert(Mapper mapper, StoreConnection connection, T instance) {
        return Chain.CONTINUE;
    }

    /**
     * Before the UPDATE of an object that was touched, even if no column has a net change and none will be sent (rule M-15). Rights as in
     * {@link #beforeInsert}.
     *
     * @param mapper of the object
     * @param connection which writes the row
     * @param instance the object
     * @return whether the next extension is asked; the row is written in any case
     */
    default Chain beforeUpdate(Mapper mapper, StoreConnection connection, T instance) {
        return Chain.CONTINUE;
    }

    /**
     * Before the DELETE of an object.
     *
     * @param mapper of the object
     * @param connection which deletes the row
     * @param instance the object
     * @return whether the next extension is asked; the row is deleted in any case
     */
    default Chain beforeDelete(Mapper mapper, StoreConnection connection, T instance) {
        return Chain.CONTINUE;
    }

    /**
     * After the INSERT; generated values are in the object. Changes made here are not written by this flush (rule M-13).
     *
     * @param mapper of the object
     * @param connection which wrote the row
     * @param instance the object
     * @return whether the next extension is asked
     */
    default Chain afterInsert(Mapper mapper, StoreConnection connection, T instance) {
        return Chain.CONTINUE;
    }

    /**
     * After the UPDATE, or after nothing if no column had a net change (rule M-16).
     *
     * @param mapper of the object
     * @param connection which wrote the row
     * @param instance the object
     * @return whether the next extension is asked
     */
    default Chain afterUpdate(Mapper mapper, StoreConnection connection, T instance) {
        return Chain.CONTINUE;
    }

    /**
     * After the DELETE.
     *
     * @param mapper of the object
     * @param connection which deleted the row
     * @param instance the object
     * @return whether the next extension is asked
     */
    default Chain afterDelete(Mapper mapper, StoreConnection connection, T instance) {
        return Chain.CONTINUE;
    }
}
