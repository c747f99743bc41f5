package dev.grapnel.mongo;

import org.bson.conversions.Bson;

/** What made a cursor (statements ODM-Q1, ODM-Q5). */
public sealed interface CursorAction {
    /** The name of the call, as the seed has it: {@code find}, {@code limit} and so on. */
    String name();

    /**
     * A query.
     *
     * @param type the class
     * @param filter of the driver
     * @param options how rows become objects
     */
    record Find(Class<?> type, Bson filter, FindOptions options) implements CursorAction {
        @Override
        public String name() {
            return "find";
        }
    }

    /**
     * Another limit.
     *
     * @param source the cursor before
     * @param rows at most so many
     */
    record Limit(OdmCursor<?> source, int rows) implements CursorAction {
        @Override
        public String name() {
            return "limit";
        }
    }

    /**
     * Some left out.
     *
     * @param source the cursor before
     * @param rows how many
     */
    record Skip(OdmCursor<?> source, int rows) implements CursorAction {
        @Override
        public String name() {
            return "skip";
        }
    }

    /**
     * An order.
     *
     * @param source the cursor before
     * @param order of the driver
     */
    record Sort(OdmCursor<?> source, Bson order) implements CursorAction {
        @Override
        public String name() {
            return "sort";
        }
    }

    /**
     * An index.
     *
     * @param source the cursor before
     * @param index its keys, a {@code Bson}, or its name
     */
    record Hint(OdmCursor<?> source, Object index) implements CursorAction {
        @Override
        public String name() {
            return "hint";
        }
    }

    /**
     * Objects made another way.
     *
     * @param source the cursor before
     * @param options the new ones
     */
    record Options(OdmCursor<?> source, FindOptions options) implements CursorAction {
        @Override
        public String name() {
            return "options";
        }
    }
}
