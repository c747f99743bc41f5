package dev.grapnel.conformance.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.sql.load.LoadOptions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Name;
import org.jooq.impl.DSL;

/** The {@code options} of a step, as load options. */
final class QueryOptions {
    private final Call call;

    QueryOptions(Call call) {
        this.call = call;
    }

    LoadOptions options() {
        LoadOptions options = LoadOptions.NONE;
        for (JsonNode option : call.step().node("options")) {
            options = with(options, option.path(0).asText(), option.path(1));
        }
        return options;
    }

    private LoadOptions with(LoadOptions options, String kind, JsonNode argument) {
        return switch (kind) {
            case "joined" -> path(options, LoadStrategy.JOINED, argument);
            case "selectin" -> path(options, LoadStrategy.SELECTIN, argument);
            case "subquery" -> path(options, LoadStrategy.SUBQUERY, argument);
            case "immediate" -> path(options, LoadStrategy.IMMEDIATE, argument);
            case "lazy" -> path(options, LoadStrategy.SELECT, argument);
            case "raise" -> path(options, LoadStrategy.RAISE, argument);
            case "noload" -> path(options, LoadStrategy.NOLOAD, argument);
            case "defer" -> options.defer(argument.asText());
            case "undefer" -> options.undefer(argument.asText());
            case "load_only" -> options.loadOnly(names(argument));
            case "selectin_polymorphic" -> options.withSubclasses(types(argument));
            case "criteria" -> options.where(criterion(argument));
            default -> throw call.scene().unsupported("query option " + kind);
        };
    }

    private static LoadOptions path(LoadOptions options, LoadStrategy strategy, JsonNode path) {
        return options.load(strategy, path.asText().split("\\."));
    }

    private static Set<String> names(JsonNode names) {
        Set<String> all = new LinkedHashSet<>();
        names.forEach(name -> all.add(name.asText()));
        return all;
    }

    private Class<?>[] types(JsonNode names) {
        List<Class<?>> types = new ArrayList<>();
        names.forEach(name -> types.add(call.scene().mapping().type(name.asText())));
        return types.toArray(Class<?>[]::new);
    }

    private LoadOptions.Criterion criterion(JsonNode said) {
        Mapper mapper = call.scene()
                .mapping()
                .mapper(call.scene().mapping().type(said.path("class").asText()));
        return new LoadOptions.Criterion(mapper.type(), table -> condition(mapper, said.path("where"), table));
    }

    private static Condition condition(Mapper mapper, JsonNode where, Name table) {
        return DSL.and(new Where(mapper).in(table, where));
    }
}
