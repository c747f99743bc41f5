package dev.grapnel.sql.schema;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Loads jOOQ's classes in a thread of its own, once, while the program reads its mapping and opens its pool: they take longer than both.
 *
 * <p>They are loaded and linked, which is most of what they take, and not initialised: that happens in whichever thread uses them first, as without this.
 * Classes that need each other may wait for each other for ever if two threads initialise them at once; loading knows no such order.
 */
public final class JooqClasses {
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    /** What types of columns, an INSERT and a SELECT begin with, in the order of use. Linking each loads others. */
    static final List<String> NAMES = List.of(
            "conf.Settings",
            "impl.SQLDataType",
            "impl.DSL",
            "impl.BuiltInDataType",
            "impl.DefaultBinding",
            "impl.ArrayDataType",
            "impl.DefaultConfiguration",
            "impl.DefaultDSLContext",
            "impl.TableImpl",
            "impl.TableFieldImpl",
            "impl.SequenceImpl",
            "impl.SelectQueryImpl",
            "impl.Names",
            "impl.Keywords",
            "impl.DefaultRenderContext",
            "impl.ScopeStack",
            "impl.Val",
            "impl.Coerce",
            "impl.FieldsImpl",
            "impl.RowImpl1",
            "impl.InsertQueryImpl",
            "impl.FieldMapsForInsert",
            "impl.FieldMapForUpdate",
            "impl.GenerateSeries",
            "impl.TableAlias",
            "impl.DefaultExecuteContext");

    private JooqClasses() {}

    /** Begins to load, unless that was done before or there is one processor only, which the program needs itself. */
    public static void loadAhead() {
        if (Runtime.getRuntime().availableProcessors() > 1 && BEGUN.compareAndSet(false, true)) {
            new Loading().start();
        }
    }

    private static final class Loading extends Thread {
        Loading() {
            super("grapnel-jooq-classes");
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                for (String name : NAMES) {
                    load("org.jooq." + name);
                }
            } catch (ClassNotFoundException | LinkageError elsewhere) {
                // Another version of jOOQ may lack one of them. Whoever needs a class that cannot be loaded will be
                // told.
                return;
            }
        }

        /** Asking for constructors links a class: its code is verified, and the classes that this needs are loaded. */
        private static void load(String name) throws ClassNotFoundException {
            var unused = Class.forName(name, false, JooqClasses.class.getClassLoader())
                    .getDeclaredConstructors();
        }
    }
}
