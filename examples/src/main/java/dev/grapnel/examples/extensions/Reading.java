package dev.grapnel.examples.extensions;

import dev.grapnel.core.instrument.LoadContext;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.extension.Chain;
import dev.grapnel.extension.MapperExtension;
import dev.grapnel.extension.RowFlags;
import dev.grapnel.extension.RowReply;
import dev.grapnel.sql.row.MappedRow;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads names in capital letters, and leaves hidden users out of results. */
final class Reading implements MapperExtension<User> {
    @Override
    public RowReply translateRow(Mapper mapper, LoadContext context, MappedRow row) {
        @Nullable String name = row.get(User_.name);
        return name == null ? Chain.CONTINUE : RowReply.of(row.with(User_.name, name.toUpperCase(Locale.ROOT)));
    }

    @Override
    public Chain appendResult(
            Mapper mapper, LoadContext context, MappedRow row, User user, List<Object> result, RowFlags flags) {
        return user.name.startsWith("HIDDEN") ? Chain.STOP : Chain.CONTINUE;
    }
}
