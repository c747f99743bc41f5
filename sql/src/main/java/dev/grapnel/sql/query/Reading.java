package dev.grapnel.sql.query;

import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.load.LoadRequest;
import dev.grapnel.sql.load.PartMerging;
import dev.grapnel.sql.load.SentSelect;
import dev.grapnel.sql.mapping.TableMapper;

/**
 * How the statement of a query is run, and what becomes of its rows.
 *
 * @param populateExisting whether objects in memory are overwritten
 * @param autoflush whether changes are flushed before
 * @param options how objects are loaded
 * @param execution what else is said about the running
 */
record Reading(boolean populateExisting, boolean autoflush, LoadOptions options, ExecutionOptions execution) {
    static final Reading DEFAULT = new Reading(false, true, LoadOptions.NONE, ExecutionOptions.NONE);

    Reading withPopulateExisting() {
        return new Reading(true, autoflush, options, execution);
    }

    Reading withoutAutoflush() {
        return new Reading(populateExisting, false, options, execution);
    }

    Reading with(LoadOptions others) {
        return new Reading(populateExisting, autoflush, others, execution);
    }

    <V> Reading with(ExecutionOption<V> option, V value) {
        return new Reading(populateExisting, autoflush, options, execution.with(option, value));
    }

    /** The statement as listeners are told of it. */
    LoadRequest request(TableMapper mapper, SentSelect sent, PartMerging merging) {
        return LoadRequest.ofQuery(mapper, sent, merging, autoflush, execution);
    }

    /** Tells a result what becomes of objects in memory. */
    void tell(LoadRequest request, LoadRun run) {
        run.populateExisting(populateExisting);
        request.tell(run);
    }
}
