package dev.grapnel.sql.load;

import java.util.Comparator;
import java.util.List;

/** How one result is made of those that several databases gave for parts of one query. */
public interface PartMerging {
    /**
     * The query for each of the databases.
     *
     * @param whole the query that was asked
     * @return what each has to be asked
     * @throws dev.grapnel.core.error.InvalidRequestException if no result can be made of several
     */
    SentSelect part(SentSelect whole);

    /**
     * One result.
     *
     * @param whole the query that was asked
     * @param contents what each database gave
     * @param texts the order of texts in all of them
     * @return what the query gives
     */
    Object merge(SentSelect whole, List<?> contents, Comparator<? super String> texts);
}
