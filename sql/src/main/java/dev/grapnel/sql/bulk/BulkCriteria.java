package dev.grapnel.sql.bulk;

import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.mapping.EntityTables;
import dev.grapnel.sql.mapping.TableMapper;
import org.jooq.Condition;

/** Criteria on classes that an UPDATE or DELETE obeys, as a SELECT does (rule Q-24). */
public final class BulkCriteria {
    /** What the statement obeys, of which only the criteria count. */
    public static final ExecutionOption<LoadOptions> OPTION = ExecutionOption.of("criteria", LoadOptions.class);

    private BulkCriteria() {}

    /**
     * The options with one more criterion.
     *
     * @param options of a statement
     * @param criterion to be obeyed
     * @return what the statement obeys then, for {@link #OPTION}
     */
    public static LoadOptions more(ExecutionOptions options, LoadOptions.Criterion criterion) {
        return options.get(OPTION, LoadOptions.NONE).where(criterion);
    }

    /** A condition with what the criteria say about the class. */
    static Condition restricted(TableMapper mapper, Condition condition, ExecutionOptions running) {
        return condition.and(running.get(OPTION, LoadOptions.NONE).criteriaOf(EntityTables.of(mapper, null)));
    }
}
