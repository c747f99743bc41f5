package dev.grapnel.sql.query;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.sql.load.LoadingSession;
import dev.grapnel.sql.load.PartMerging;
import dev.grapnel.sql.load.SentSelect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How results of several databases become one, for each thing that a query may be asked for. */
enum Merging implements PartMerging {
    /** Objects, in the order of the query and within its range; those of SQL one database after the other. */
    OBJECTS {
        @Override
        public SentSelect part(SentSelect whole) {
            return whole instanceof Query<?> query ? query.part() : whole;
        }

        @Override
        public Object merge(SentSelect whole, List<?> contents, Comparator<? super String> texts) {
            List<PartRow> rows = PartRow.of(contents);
            return LoadingSession.unique(whole instanceof Query<?> query ? items(query, rows, texts) : itemsOf(rows));
        }
    },
    /** Numbers, which are summed. */
    COUNT {
        @Override
        public SentSelect part(SentSelect whole) {
            if (whole instanceof Query<?> query && query.clauses().countsRows()) {
                throw refused(whole, "count the objects of a join within a limit or offset", "Count them without.");
            }
            return whole;
        }

        @Override
        public Object merge(SentSelect whole, List<?> contents, Comparator<? super String> texts) {
            long sum = 0;
            for (PartRow row : PartRow.of(contents)) {
                sum += ((Number) row.item()).longValue();
            }
            return List.of(sum);
        }
    },
    /** Whether there is any. */
    EXISTS {
        @Override
        public SentSelect part(SentSelect whole) {
            if (whole instanceof Query<?> query && query.clauses().range().first() != null) {
                throw refused(whole, "ask whether there is an object behind an offset", "Count them instead.");
            }
            return whole;
        }

        @Override
        public Object merge(SentSelect whole, List<?> contents, Comparator<? super String> texts) {
            return itemsOf(PartRow.of(contents));
        }
    },
    /** Pages, whose places are those of one database. */
    PAGE {
        @Override
        public SentSelect part(SentSelect whole) {
            throw refused(whole, "read pages", "Ask one database, or use limit and offset.");
        }

        @Override
        public Object merge(SentSelect whole, List<?> contents, Comparator<? super String> texts) {
            throw new IllegalStateException("Pages are refused before.");
        }
    },
    /** Streams, one behind the other. */
    STREAM {
        @Override
        public SentSelect part(SentSelect whole) {
            if (whole instanceof Query<?> query
                    && (query.hasRange() || !query.order().isEmpty())) {
                throw refused(whole, "stream objects in order or within a range", "Leave both out, or use list().");
            }
            return whole;
        }

        @Override
        public Object merge(SentSelect whole, List<?> contents, Comparator<? super String> texts) {
            Stream<Object> all = Stream.of();
            for (Object content : contents) {
                Stream<?> next = content instanceof Stream<?> stream ? stream : ((List<?>) content).stream();
                all = Stream.concat(all, next);
            }
            return all;
        }
    };

    /** What rows have, in the order of a query and within its range. */
    static List<Object> items(Query<?> query, List<PartRow> rows, Comparator<? super String> texts) {
        rows.sort(new PartOrder(query.order()).comparator(texts));
        return itemsOf(query.clauses().range().cut(rows));
    }

    static List<Object> itemsOf(List<PartRow> rows) {
        List<Object> items = new ArrayList<>(rows.size());
        rows.forEach(row -> items.add(row.item()));
        return items;
    }

    static InvalidRequestException refused(SentSelect whole, String what, String advice) {
        return new InvalidRequestException("Cannot " + what + " in several databases: no result can be made of those"
                + " that each of them gives for "
                + ((EntityQuery<?>) whole).entity().getSimpleName() + ". " + advice);
    }
}
