package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Lexicon.Place;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.effect.PathTarget;
import dev.greenlane.engine.listing.Listings;
import dev.greenlane.engine.listing.Things;
import dev.greenlane.engine.understand.mcp.ToolWords;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads effects of one call as deeds. For one thread. */
public final class DeedReader {

    private static final Set<String> UNLIMITED = Set.of("bulk", "all", "unfiltered");
    /** Options that say what is done. */
    private static final Set<String> VERBAL =
            Set.of("reset", "delete", "remove", "drop", "purge", "unlock", "rotate", "revoke", "restore", "rename");

    private static final Set<String> SETS = Set.of("bulk", "recursive", "all", "filtered");

    private final Lexicon lexicon = Lexicon.standard();
    private final ToolCall call;
    private final List<Invocation> commands;
    private final Listings listings;
    private final Set<String> names;
    private @Nullable Scene scene;
    private @Nullable Items items;

    /** @param me names by which the user is known, in lower case; empty where nobody knows */
    public DeedReader(ToolCall call, List<Invocation> commands, Listings listings, Set<String> me) {
        this.call = call;
        this.commands = List.copyOf(commands);
        this.listings = listings;
        this.names = Set.copyOf(me);
    }

    /** What all effects of the call have in common; read when the first of them is asked about. */
    private Scene scene() {
        Scene known = scene;
        if (known == null) {
            Things things = listings.all();
            Set<String> me = names.isEmpty() ? Owners.mostly(things.all()) : names;
            known = new Scene(words(), targets(), programs(), things, me);
            scene = known;
        }
        return known;
    }

    private Items items() {
        Items known = items;
        if (known == null) {
            known = new Items(listings.all());
            items = known;
        }
        return known;
    }

    /** What {@code effect} does. */
    public Deed read(Effect effect) {
        Optional<Map<String, Object>> input = input();
        List<String> words = input.isPresent() ? nameOfTool() : command(effect);
        Set<Place> places = items().places(words);
        Operations.standard().side(effect.kind().id()).ifPresent(places::add);
        input.ifPresent(arguments -> places.addAll(items().places(Arguments.words(arguments))));
        boolean arguments = input.isPresent() && !(effect instanceof Effect.OnPath || effect instanceof Effect.OnHost);
        List<Item> objects = arguments
                ? Arguments.of(input.get(), ends(words)).stream()
                        .map(argument -> items().item(argument, argument.startsWith("/"), places))
                        .toList()
                : objects(effect, words, places);
        List<Item> rows = rows(Values.of(effect, words), places);
        if (!rows.isEmpty()) {
            objects = rows;
        }
        boolean unlimited = effect.circumstances().traits().stream().anyMatch(UNLIMITED::contains);
        int targets = scene().targets().getOrDefault(effect.kind(), Set.of()).size();
        int together = Values.commits(words).orElse(Math.max(objects.size(), targets));
        return new Deed(
                operations(effect, words),
                Operations.standard().familiesOf(effect.kind().id()),
                objects,
                words,
                input.map(Arguments::within).orElse(List.of()),
                input.isPresent(),
                scene(),
                unlimited,
                together,
                Values.of(effect, words),
                input.map(SetAmounts::of).orElseGet(() -> SetAmounts.of(words)),
                verbs(effect, words));
    }

    private boolean ends(List<String> words) {
        return words.stream()
                .map(Operations.standard()::ofTool)
                .anyMatch(operations -> operations.contains("delete") || operations.contains("close"));
    }

    /** The arguments of a tool that others bring. */
    private Optional<Map<String, Object>> input() {
        return switch (call) {
            case ToolCall.Mcp tool -> Optional.of(tool.input());
            case ToolCall.Unknown tool -> Optional.of(tool.input());
            default -> Optional.empty();
        };
    }

    /** As a command: the server or nothing, and the words of the tool's name. */
    private List<String> nameOfTool() {
        String name = call instanceof ToolCall.Mcp tool ? tool.name() : call.tool();
        List<String> words = new ArrayList<>();
        words.add(call instanceof ToolCall.Mcp tool ? tool.server() : "");
        words.addAll(ToolWords.words(name));
        return words;
    }

    private Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        commands.forEach(command -> command.words().forEach(word -> words.add(word.display())));
        input().ifPresent(arguments -> Arguments.words(arguments).stream()
                .filter(word -> word.chars().anyMatch(Character::isLetter))
                .forEach(words::add));
        words.remove("");
        return words;
    }

    private Map<EffectKind, Set<String>> targets() {
        Map<EffectKind, Set<String>> targets = new EnumMap<>(EffectKind.class);
        commands.forEach(command -> command.effects()
                .forEach(effect -> targets.computeIfAbsent(effect.kind(), kind -> new LinkedHashSet<>())
                        .add(effect.target())));
        return targets;
    }

    private Set<String> programs() {
        Set<String> programs = new LinkedHashSet<>();
        for (Invocation command : commands) {
            if (!command.words().isEmpty()) {
                String program = command.words().get(0).display();
                programs.add(program.substring(program.lastIndexOf('/') + 1));
            }
        }
        programs.remove("");
        return programs;
    }

    /** The words of the innermost command that has the effect. */
    private List<String> command(Effect effect) {
        return commands.stream()
                .filter(command -> command.effects().contains(effect))
                .reduce((outer, inner) -> inner)
                .map(command -> command.words().stream().map(Value::display).toList())
                .orElse(List.of());
    }

    private Set<String> operations(Effect effect, List<String> words) {
        Set<String> traits = effect.circumstances().traits();
        Set<String> operations = new LinkedHashSet<>(
                Operations.standard().forEffect(effect.kind().id(), traits));
        boolean special =
                !operations.equals(Operations.standard().forEffect(effect.kind().id(), Set.of()));
        if (traits.contains("state-file")) {
            for (String piece : effect.target().toLowerCase(Locale.ROOT).split("[\\s:,]+")) {
                operations.addAll(Operations.standard().ofValue(piece));
            }
        } else if (!special
                || !Operations.standard().familiesOf(effect.kind().id()).contains("vcs")) {
            boolean tool = input().isPresent();
            Set<String> own = new LinkedHashSet<>();
            List<String> telling = tool ? ofTool(words) : subcommands(words);
            telling.forEach(word -> own.addAll(
                    tool
                            ? Operations.standard().ofTool(word)
                            : Operations.standard().commanded(word)));
            if (traits.contains("access") && effect.kind() == EffectKind.DATABASE_CHANGE) {
                words.forEach(word -> Statements.verbs(word)
                        .forEach(verb -> own.addAll(Operations.standard().commanded(verb))));
            }
            if (!own.remove(Operations.ANY)
                    && !special
                    && !Collections.disjoint(own, operations)
                    && isNamedByCommand(effect)) {
                operations.clear();
            }
            if (traits.contains("access")) {
                Operations.standard().contrary(own).forEach(operations::remove);
            }
            operations.addAll(own);
            operations.remove(Operations.ANY);
        }
        return operations;
    }

    /** The command's own words for what it does: of its subcommands, of its statement, of the function that it calls. */
    private Set<String> verbs(Effect effect, List<String> words) {
        Set<String> verbs = new LinkedHashSet<>();
        if (!words.isEmpty() && !input().isPresent()) {
            String program = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
            Set<String> operations = lexicon.operations(program);
            if (program.length() > 3
                    && !operations.isEmpty()
                    && !operations.contains("read")
                    && !operations.contains("run")) {
                verbs.add(program);
            }
        }
        for (String word : words) {
            String option = word.startsWith("--") ? word.substring(2).replaceFirst("[-=].*", "") : "";
            if (option.length() > 3 && VERBAL.contains(option)) {
                verbs.add(option);
            }
        }
        List<String> subcommands = subcommands(words);
        for (String word : subcommands) {
            String verb = word.replaceFirst("(?<=..)[_-].*", "");
            if (verb.length() > 3 && !lexicon.isClass(verb)) {
                verbs.add(verb);
            }
        }
        if (effect.kind() == EffectKind.DATABASE_CHANGE || effect.kind() == EffectKind.DATABASE_DESTROY) {
            words.forEach(word -> verbs.addAll(Statements.verbs(word)));
        }
        return verbs;
    }

    /** The words of a tool's name; only its verb, where that says by itself what is done. */
    private List<String> ofTool(List<String> words) {
        List<String> all = subcommands(words);
        return all.stream()
                .filter(Operations.standard()::isPlainVerb)
                .findFirst()
                .map(List::of)
                .orElse(all);
    }

    /** Whether the command's own word tells what such an effect does better than its kind. */
    private static boolean isNamedByCommand(Effect effect) {
        return switch (effect.kind()) {
            case CLOUD_CHANGE -> true;
            default -> false;
        };
    }

    /** The words between the program, with its options, and the next option or name. */
    private List<String> subcommands(List<String> words) {
        List<String> found = new ArrayList<>();
        for (String word : new Naming(lexicon, words).behindOptions()) {
            if (found.size() == 5 || !word.matches("[a-z][a-z:_-]{1,30}")) {
                break;
            }
            found.addAll(List.of(word.split(":")));
        }
        return found;
    }

    /** The rows that a statement chooses by their numbers, where all were listed. */
    private List<Item> rows(Set<String> values, Set<Place> places) {
        List<Item> rows = values.stream()
                .map(value -> items().item(value, false, places))
                .filter(row -> row.listed().isPresent())
                .toList();
        return rows.size() == values.size() ? rows : List.of();
    }

    private List<Item> objects(Effect effect, List<String> words, Set<Place> places) {
        boolean set = effect.circumstances().traits().stream().anyMatch(SETS::contains);
        return switch (effect) {
            case Effect.OnPath onPath -> ofPath(onPath, places);
            case Effect.OnHost onHost ->
                List.of(items().unlisted(onHost.endpoint().text(), false, places));
            case Effect.OnName onName
            when isWhole(onName) -> List.of(new Item(onName.target(), false, true, places, places, Optional.empty()));
            case Effect.OnName onName
            when onName.target().equals("machine") && host().isPresent() ->
                List.of(items().unlisted(host().get(), false, places));
            case Effect.OnName onName -> ofName(onName, words, set, places);
            case Effect.NotUnderstood unknown ->
                unknown.target().isBlank() || unknown.target().contains("$")
                        ? List.of()
                        : List.of(items().unlisted(unknown.target(), false, places));
        };
    }

    /** The one host that a command of the call logs in to. */
    private Optional<String> host() {
        return commands.stream()
                .map(command -> command.words().stream().map(Value::display).toList())
                .filter(words -> words.size() > 1 && words.get(0).endsWith("ssh"))
                .map(words -> new Naming(lexicon, words).behindOptions())
                .filter(operands -> !operands.isEmpty())
                .map(operands -> operands.get(0))
                .findFirst();
    }

    /** Work that is thrown away, or put out, without naming it. */
    private static boolean isWhole(Effect.OnName effect) {
        String target = effect.target();
        return switch (effect.kind()) {
            case VCS_LOCAL_LOSS ->
                target.startsWith("/") || target.equals(".") || target.equals("stash") || target.isEmpty();
            case PACKAGE_PUBLISH, DEPLOY, RUNS_PROJECT_CODE -> target.startsWith("/");
            case CLOUD_DESTROY, CLOUD_CHANGE ->
                target.endsWith(" of the project")
                        || effect.circumstances().traits().contains("iac") && target.equals("infrastructure");
            default -> false;
        };
    }

    private List<Item> ofPath(Effect.OnPath effect, Set<Place> places) {
        if (effect.path().knowledge() == PathTarget.Knowledge.UNKNOWN) {
            return List.of();
        }
        String text = effect.path().text();
        if (text.equals("-") && effect.kind() == EffectKind.PERSISTENCE) {
            text = "crontab";
        }
        if (text.length() < 2 && !text.equals("/")) {
            return List.of();
        }
        boolean several = effect.path().knowledge() != PathTarget.Knowledge.EXACT;
        return List.of(several ? items().unlisted(text, true, places) : items().item(text, true, places));
    }

    private List<Item> ofName(Effect.OnName effect, List<String> words, boolean set, Set<Place> places) {
        String target = effect.target();
        if (effect.circumstances().traits().contains("state-file") && target.contains(": ")) {
            target = target.substring(0, target.indexOf(": "));
        }
        if (target.contains("$")) {
            return List.of();
        }
        List<String> collections = Values.collections(words);
        List<String> candidates = collections.isEmpty() ? new Naming(lexicon, words).candidates(target) : collections;
        boolean options = words.stream().anyMatch(word -> word.startsWith("-"));
        List<Item> found = new ArrayList<>();
        for (String candidate : candidates) {
            found.addAll(items().ofCandidate(candidate, set, candidates.size() > 1, words, places));
        }
        boolean bulk = effect.circumstances().traits().contains("bulk");
        if (found.isEmpty() || bulk && options) {
            List<Item> selected = items().selected(words, places);
            return selected.isEmpty() ? found : selected;
        }
        return found;
    }
}
