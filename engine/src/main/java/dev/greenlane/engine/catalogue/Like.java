package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills in {@code like: other-program}: the other's description, with what is said here added or in its place. */
final class Like {

    private static final String LIKE = "like";
    private static final String FLAGS = "flags";
    private static final String SUBCOMMANDS = "subcommands";
    /** What a program says of itself alone. */
    private static final Set<String> OWN = Set.of("program", "about", "examples");

    private final Map<String, Data.Entries> programs;
    private final Problems problems;

    /** Takes descriptions by name, as they are written. */
    Like(Map<String, Data.Entries> programs, Problems problems) {
        this.programs = programs;
        this.problems = problems;
    }

    Data.Entries filledIn(Data.Entries description) {
        return filledIn(description, new LinkedHashSet<>());
    }

    private Data.Entries filledIn(Data.Entries written, Set<String> open) {
        Data.Entries own = withSubcommands(written, open);
        Optional<Data> like = own.get(LIKE);
        if (like.isEmpty()) {
            return own;
        }
        String name = like.get() instanceof Data.Text text ? text.text().toLowerCase(Locale.ROOT) : "";
        Data.Entries other = programs.get(name);
        if (other == null || open.contains(name)) {
            problems.add(
                    like.get().place(),
                    other == null
                            ? "'like: " + name + "' names no described program"
                            : "'like: " + name + "' goes round in a circle");
            return without(own, Set.of(LIKE));
        }
        Set<String> nowOpen = new LinkedHashSet<>(open);
        nowOpen.add(name);
        return merged(without(filledIn(other, nowOpen), OWN), without(own, Set.of(LIKE)));
    }

    private Data.Entries withSubcommands(Data.Entries usage, Set<String> open) {
        List<Data.Entry> entries = new ArrayList<>();
        for (Data.Entry entry : usage.entries()) {
            if (!entry.name().equals(SUBCOMMANDS) || !(entry.value() instanceof Data.Entries subcommands)) {
                entries.add(entry);
                continue;
            }
            List<Data.Entry> filled = new ArrayList<>();
            for (Data.Entry subcommand : subcommands.entries()) {
                filled.add(
                        subcommand.value() instanceof Data.Entries inner
                                ? new Data.Entry(subcommand.name(), filledIn(inner, open), subcommand.place())
                                : subcommand);
            }
            entries.add(new Data.Entry(entry.name(), new Data.Entries(filled, subcommands.place()), entry.place()));
        }
        return new Data.Entries(entries, usage.place());
    }

    private static Data.Entries without(Data.Entries entries, Set<String> names) {
        return new Data.Entries(
                entries.entries().stream()
                        .filter(entry -> !names.contains(entry.name()))
                        .toList(),
                entries.place());
    }

    private static Data.Entries merged(Data.Entries other, Data.Entries own) {
        List<Data.Entry> entries = new ArrayList<>();
        for (Data.Entry entry : own.entries()) {
            boolean adds = entry.name().equals(FLAGS) || entry.name().equals(SUBCOMMANDS);
            if (adds
                    && entry.value() instanceof Data.Entries mine
                    && other.get(entry.name()).orElse(null) instanceof Data.Entries theirs) {
                entries.add(new Data.Entry(entry.name(), added(theirs, mine), entry.place()));
            } else {
                entries.add(entry);
            }
        }
        for (Data.Entry entry : other.entries()) {
            if (own.get(entry.name()).isEmpty()) {
                entries.add(entry);
            }
        }
        return new Data.Entries(entries, own.place());
    }

    /** Own entries first, then the others' as far as no own entry has one of their spellings. */
    private static Data.Entries added(Data.Entries other, Data.Entries own) {
        Set<String> taken = new HashSet<>();
        own.entries().forEach(entry -> taken.addAll(spellings(entry.name())));
        List<Data.Entry> entries = new ArrayList<>(own.entries());
        for (Data.Entry entry : other.entries()) {
            List<String> left = new ArrayList<>();
            for (String part : entry.name().split(",", -1)) {
                if (!taken.contains(spellings(part).get(0))) {
                    left.add(part.strip());
                }
            }
            if (!left.isEmpty()) {
                entries.add(new Data.Entry(String.join(", ", left), entry.value(), entry.place()));
            }
        }
        return new Data.Entries(entries, own.place());
    }

    private static List<String> spellings(String key) {
        return Arrays.stream(key.split(",", -1))
                .map(part -> part.strip().split("[ =\\[]", 2)[0])
                .toList();
    }
}
