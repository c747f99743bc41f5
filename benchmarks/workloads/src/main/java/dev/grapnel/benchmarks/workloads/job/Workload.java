package dev.grapnel.benchmarks.workloads.job;

import dev.grapnel.benchmarks.workloads.contract.AuditMode;

/** The jobs, by the names that the tables have. */
public enum Workload {
    /** Insert. */
    W1("insert 10,000 objects in one unit of work") {
        @Override
        public Attempt prepare(Stage stage) throws Exception {
            return Inserts.products(stage);
        }
    },
    /** Insert graphs. */
    W2("insert 1,000 graphs of 1 + 3 + 12 objects by cascade") {
        @Override
        public Attempt prepare(Stage stage) throws Exception {
            return Inserts.graphs(stage);
        }
    },
    /** Load. */
    W3("load 10,000 managed objects") {
        @Override
        public Attempt prepare(Stage stage) throws Exception {
            return Loads.products(stage);
        }
    },
    /** Change. */
    W4("change 1,000 of 10,000 loaded objects and flush") {
        @Override
        public Attempt prepare(Stage stage) throws Exception {
            return Changes.products(stage);
        }
    },
    /** Load graphs. */
    W5("load 1,000 graphs of 1 + 3 + 12 objects") {
        @Override
        public Attempt prepare(Stage stage) throws Exception {
            return Loads.graphs(stage);
        }
    },
    /** Find. */
    W6("find by key, 1,000 times, each in a session of its own") {
        @Override
        public Attempt prepare(Stage stage) throws Exception {
            return Finds.inThreads(stage, 1);
        }
    },
    /** Find, in two threads. */
    W6_TWO("the same in two threads") {
        @Override
        public Attempt prepare(Stage stage) throws Exception {
            return Finds.inThreads(stage, 2);
        }
    },
    /** Flush nothing. */
    W7("100 flushes without a change, with 10,000 loaded objects") {
        @Override
        public Attempt prepare(Stage stage) throws Exception {
            return Changes.nothing(stage);
        }
    },
    /** Delete graphs. */
    W8("delete 1,000 loaded graphs of 1 + 3 + 12 objects by cascade") {
        @Override
        public Attempt prepare(Stage stage) throws Exception {
            return Changes.deletedGraphs(stage);
        }
    },
    /** Insert with audit columns. */
    W9_INSERT("W1 with audit columns, set by the program") {
        @Override
        public Attempt prepare(Stage stage) throws Exception {
            return Inserts.audited(stage, AuditMode.BY_HAND);
        }
    },
    /** Insert with hooks. */
    W9_INSERT_HOOKS("W1 with audit columns, set by hooks") {
        @Override
        public Attempt prepare(Stage stage) throws Exception {
            return Inserts.audited(stage, AuditMode.BY_HOOKS);
        }
    },
    /** Change with audit columns. */
    W9_CHANGE("W4 with audit columns, set by the program") {
        @Override
        public Attempt prepare(Stage stage) throws Exception {
            return Changes.audited(stage, AuditMode.BY_HAND);
        }
    },
    /** Change with hooks. */
    W9_CHANGE_HOOKS("W4 with audit columns, set by hooks") {
        @Override
        public Attempt prepare(Stage stage) throws Exception {
            return Changes.audited(stage, AuditMode.BY_HOOKS);
        }
    },
    /** Trees. */
    W13("insert, change and delete nodes of trees") {
        @Override
        public Attempt prepare(Stage stage) throws Exception {
            return Changes.nodes(stage);
        }
    };

    private final String title;

    Workload(String title) {
        this.title = title;
    }

    /**
     * What is done, at {@link Sizes#STANDARD}.
     *
     * @return a few words
     */
    public String title() {
        return title;
    }

    /**
     * Puts rows into the tables and lets the contestant do what is not measured.
     *
     * @param stage the contestant and the tables
     * @return what is to be run once
     * @throws Exception if the contestant fails
     */
    public abstract Attempt prepare(Stage stage) throws Exception;
}
