package dev.grapnel.sql.persist;

import dev.grapnel.core.annotation.EagerDefaults.When;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.statement.StatementCache;

/** How values come back that one kind of database makes. Immutable. */
final class FetchRules {
    private final boolean returning;
    private final boolean updateReturns;

    FetchRules(StatementCache texts) {
        this.returning = texts.returnsWorkOfTriggers();
        this.updateReturns = texts.returnsRowsOf(StatementKind.UPDATE);
    }

    /** What is to become of a value that the database makes. */
    enum Fetch {
        /** The statement gives it back. */
        RETURNED,
        /** A SELECT behind the statements of the batch. */
        SELECTED,
        /** It expires. */
        LATER
    }

    /** A value that an INSERT left to the database. */
    Fetch inserted(TableMapper mapper, MappedColumn mapped) {
        boolean computed = mapped.property().settings().inserted().expression() != null;
        boolean known = computed
                || mapped.column().serverDefault() != null
                || mapped.column().generatedAs() != null;
        if (mapped.column().isGenerated() || (computed && mapped.column().isPrimaryKey())) {
            return Fetch.RETURNED;
        }
        if (Versions.isOfDatabase(mapped) || mapper.eagerDefaults() == When.ALWAYS) {
            return known || returning ? Fetch.RETURNED : Fetch.SELECTED;
        }
        boolean asMapped = computed || mapped.property().settings().serverDefault();
        return asMapped && mapper.eagerDefaults() == When.AUTO ? Fetch.RETURNED : Fetch.LATER;
    }

    /** A value that an UPDATE left to the database, or that a statement computes. */
    Fetch updated(TableMapper mapper, MappedColumn mapped) {
        if (Versions.isOfDatabase(mapped) || mapper.eagerDefaults() == When.ALWAYS) {
            boolean known = mapped.property().settings().updated().expression() != null;
            return (known && updateReturns) || returning ? Fetch.RETURNED : Fetch.SELECTED;
        }
        return Fetch.LATER;
    }
}
