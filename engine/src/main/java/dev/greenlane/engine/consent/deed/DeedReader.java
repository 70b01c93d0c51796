package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.consent.words.Lexicon.Place;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.listing.Listings;
import dev.greenlane.engine.listing.Things;
import dev.greenlane.engine.understand.mcp.ToolWords;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads effects of one call as deeds. For one thread. */
public final class DeedReader {

    private static final Set<String> UNLIMITED = Set.of("bulk", "all", "unfiltered");

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

    /** What {@code effect} does. */
    public Deed read(Effect effect) {
        Optional<Map<String, Object>> input = input();
        Optional<List<String>> statement = statement(effect);
        if (statement.isPresent()) {
            input = Optional.empty();
        }
        List<String> words = statement.orElseGet(() -> input().isPresent() ? nameOfTool() : command(effect));
        Doing doing = new Doing(words, input.isPresent());
        ObjectReader reader = new ObjectReader(commands, items());
        Set<Place> places = items().places(words);
        if (call instanceof ToolCall.Shell shell) {
            places.addAll(items().places(Assignments.values(shell.command())));
        }
        Operations.standard().side(effect.kind().id()).ifPresent(places::add);
        input.ifPresent(arguments -> places.addAll(items().places(Arguments.words(arguments))));
        boolean arguments = input.isPresent() && !(effect instanceof Effect.OnPath || effect instanceof Effect.OnHost);
        List<Item> objects = arguments
                ? Arguments.of(input.get(), doing.ends()).stream()
                        .map(argument -> items().item(argument, argument.startsWith("/"), places))
                        .toList()
                : reader.of(effect, words, places);
        List<Item> rows = reader.rows(Values.of(effect, words), places);
        if (!rows.isEmpty()) {
            objects = rows;
        }
        boolean unlimited = effect.circumstances().traits().stream().anyMatch(UNLIMITED::contains)
                || input.filter(Arguments::takeAll).isPresent();
        int targets = scene().targets().getOrDefault(effect.kind(), Set.of()).size();
        int together = Values.commits(words).orElse(Math.max(objects.size(), targets));
        return new Deed(
                doing.operations(effect),
                Operations.standard().familiesOf(effect.kind().id()),
                objects,
                words,
                input.map(Arguments::within).orElse(List.of()),
                input.isPresent(),
                scene(),
                unlimited,
                together,
                Values.of(effect, words),
                amounts(input.map(SetAmounts::of).orElseGet(() -> SetAmounts.of(words)), objects),
                doing.verbs(effect));
    }

    /** The amounts without the numbers that things are called by. */
    private static List<Amount> amounts(List<Amount> all, List<Item> objects) {
        return all.stream()
                .filter(amount -> objects.stream()
                        .noneMatch(object ->
                                object.listed().isPresent() && object.names().contains(amount.text())))
                .toList();
    }

    /** The words of the innermost command that has the effect. */
    private List<String> command(Effect effect) {
        return commands.stream()
                .filter(command -> command.effects().contains(effect))
                .reduce((outer, inner) -> inner)
                .map(command -> command.words().stream().map(Value::display).toList())
                .orElse(List.of());
    }

    /** The statement that has an effect on a database, with the server in place of a program, where a tool was given it. */
    private Optional<List<String>> statement(Effect effect) {
        boolean data = effect.kind() == EffectKind.DATABASE_CHANGE || effect.kind() == EffectKind.DATABASE_DESTROY;
        return input().filter(arguments -> data)
                .flatMap(arguments -> arguments.values().stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .filter(text ->
                                text.indexOf(' ') > 0 && !Statements.verbs(text).isEmpty())
                        .findFirst())
                .map(text -> List.of(nameOfTool().get(0), text));
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

    /** What all effects of the call have in common; read when the first of them is asked about. */
    private Scene scene() {
        Scene known = scene;
        if (known == null) {
            Things things = listings.all();
            Set<String> me = names.isEmpty() ? Owners.mostly(things.all()) : names;
            Set<String> words = words();
            known = new Scene(
                    words, Location.whereabouts(words), targets(), programs(), things, listings.reports(), me);
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
}
