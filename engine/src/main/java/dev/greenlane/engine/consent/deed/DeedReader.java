package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Lexicon.Place;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.effect.PathTarget;
import dev.greenlane.engine.listing.Listings;
import dev.greenlane.engine.listing.Thing;
import dev.greenlane.engine.understand.mcp.ToolWords;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads effects of one call as deeds. */
public final class DeedReader {

    private static final Set<String> UNLIMITED = Set.of("bulk", "all", "unfiltered");
    private static final Set<String> SETS = Set.of("bulk", "recursive", "all", "filtered");
    /** {@code TimeLimit=1-00:00:00}: what a thing is set to, and not which. */
    private static final Pattern SETTING = Pattern.compile("(?i)(?![a-z]*(?:id|name)=)[a-z][a-z0-9_.]*=.*");

    private static final Set<String> OF = Set.of("of", "in", "from", "to", "on", "the");
    private static final int MOST_ITEMS = 500;

    private final Lexicon lexicon = Lexicon.standard();
    private final ToolCall call;
    private final List<Invocation> commands;
    private final Listings listings;
    private final Set<String> names;
    private @Nullable Scene scene;

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
            List<Thing> things = listings.things();
            known = new Scene(words(), targets(), programs(), things, names.isEmpty() ? Owners.mostly(things) : names);
            scene = known;
        }
        return known;
    }

    /** What {@code effect} does. */
    public Deed read(Effect effect) {
        Optional<Map<String, Object>> input = input();
        List<String> words = input.isPresent() ? nameOfTool() : command(effect);
        Set<Place> placesOfCommand = places(words);
        placesOfCommand.addAll(placesOf(effect.kind()));
        List<Item> items = input.isPresent() && effect instanceof Effect.OnName
                        || input.isPresent() && effect instanceof Effect.NotUnderstood
                ? ofArguments(input.get(), placesOfCommand)
                : items(effect, words, placesOfCommand);
        boolean unlimited = effect.circumstances().traits().stream().anyMatch(UNLIMITED::contains);
        return new Deed(operations(effect, words), families(effect.kind()), items, words, scene(), unlimited);
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

    private List<Item> ofArguments(Map<String, Object> input, Set<Place> places) {
        return Arguments.of(input, lexicon).stream()
                .map(argument -> item(argument, argument.startsWith("/"), places, thing(argument)))
                .toList();
    }

    private Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        commands.forEach(command -> command.words().forEach(word -> words.add(word.display())));
        return words;
    }

    private Set<String> targets() {
        Set<String> targets = new LinkedHashSet<>();
        commands.forEach(command -> command.effects().forEach(effect -> targets.add(effect.target())));
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
        Set<String> operations =
                new LinkedHashSet<>(lexicon.forEffect(effect.kind().id(), traits));
        boolean special = !operations.equals(lexicon.forEffect(effect.kind().id(), Set.of()));
        if (traits.contains("state-file")) {
            for (String piece : effect.target().toLowerCase(Locale.ROOT).split("[\\s:,]+")) {
                operations.addAll(lexicon.operationsOfValue(piece));
            }
        } else if (!special || !families(effect.kind()).contains("vcs")) {
            subcommands(words).forEach(word -> operations.addAll(lexicon.operations(word)));
        }
        return operations;
    }

    /** The words between the program and its first option or name. */
    private static List<String> subcommands(List<String> words) {
        List<String> found = new ArrayList<>();
        for (String word : words.subList(Math.min(1, words.size()), Math.min(4, words.size()))) {
            if (!word.matches("[a-z][a-z-]{1,20}")) {
                break;
            }
            found.add(word);
        }
        return found;
    }

    // ---- objects
    // -----------------------------------------------------------------------------------------------------

    private List<Item> items(Effect effect, List<String> words, Set<Place> placesOfCommand) {
        boolean set = effect.circumstances().traits().stream().anyMatch(SETS::contains);
        return switch (effect) {
            case Effect.OnPath onPath -> ofPath(onPath, set, placesOfCommand);
            case Effect.OnHost onHost ->
                List.of(item(onHost.endpoint().text(), false, placesOfCommand, Optional.empty()));
            case Effect.OnName onName
            when isWhole(onName) -> List.of(new Item(onName.target(), false, true, placesOfCommand, Optional.empty()));
            case Effect.OnName onName -> ofName(onName, words, set, placesOfCommand);
            case Effect.NotUnderstood unknown ->
                unknown.target().isBlank() || unknown.target().contains("$")
                        ? List.of()
                        : List.of(item(unknown.target(), false, placesOfCommand, Optional.empty()));
        };
    }

    /** Work that is thrown away, or put out, without naming it. */
    private static boolean isWhole(Effect.OnName effect) {
        String target = effect.target();
        return switch (effect.kind()) {
            case VCS_LOCAL_LOSS ->
                target.startsWith("/") || target.equals(".") || target.equals("stash") || target.isEmpty();
            case PACKAGE_PUBLISH, DEPLOY, RUNS_PROJECT_CODE -> target.startsWith("/");
            case CLOUD_DESTROY, CLOUD_CHANGE ->
                effect.circumstances().traits().contains("iac") && target.equals("infrastructure");
            default -> false;
        };
    }

    private List<Item> ofPath(Effect.OnPath effect, boolean set, Set<Place> places) {
        if (effect.path().knowledge() == PathTarget.Knowledge.UNKNOWN) {
            return List.of();
        }
        String text = effect.path().text();
        if (set || effect.path().knowledge() != PathTarget.Knowledge.EXACT) {
            return List.of(item(text, true, places, Optional.empty()));
        }
        return List.of(item(text, true, places, thing(text)));
    }

    private List<Item> ofName(Effect.OnName effect, List<String> words, boolean set, Set<Place> places) {
        String target = effect.target();
        if (effect.circumstances().traits().contains("state-file") && target.contains(": ")) {
            target = target.substring(0, target.indexOf(": "));
        }
        if (target.contains("$")) {
            return List.of();
        }
        List<String> candidates = candidates(target, words);
        boolean options = words.stream().anyMatch(word -> word.startsWith("-"));
        List<Item> items = new ArrayList<>();
        for (String candidate : candidates) {
            items.addAll(ofCandidate(candidate, set, candidates.size() > 1, words, places));
        }
        boolean bulk = effect.circumstances().traits().contains("bulk");
        if (items.isEmpty() || bulk && options) {
            List<Item> selected = selected(words, places);
            return selected.isEmpty() ? items : selected;
        }
        return items;
    }

    /** The parts of a target that name objects, and not what sort they are, what is done, or what they lie in. */
    private List<String> candidates(String target, List<String> words) {
        Set<String> leading = leading(words);
        List<String> parts = Stream.of(target.strip().split("[\\s,]+"))
                .filter(part -> !SETTING.matcher(part).matches())
                .map(part -> part.replaceFirst("^(?i)[a-z]*(?:id|name)=", ""))
                .toList();
        String program = words.isEmpty() ? "" : words.get(0);
        List<String> candidates = parts.stream()
                .filter(part -> parts.size() == 1 || !program.endsWith(part) && !program.startsWith(part + "-"))
                .filter(part -> parts.size() == 1 || !isLoudVerb(part))
                .filter(part -> !part.isEmpty() && !leading.contains(part) && !OF.contains(part))
                .filter(part -> !isInContainer(part, words) && !lexicon.isNoise(part))
                .toList();
        List<String> spoken = candidates.stream()
                .filter(part -> words.stream().anyMatch(word -> word.contains(part)))
                .toList();
        candidates = spoken.isEmpty() ? candidates : spoken;
        List<String> telling = candidates.stream()
                .filter(part -> !lexicon.isClass(part.toLowerCase(Locale.ROOT)))
                .filter(part -> lexicon.place(part.toLowerCase(Locale.ROOT)).isEmpty())
                .toList();
        return telling.isEmpty() ? candidates.subList(Math.max(0, candidates.size() - 1), candidates.size()) : telling;
    }

    /** The words of a command up to its last verb: {@code sql instances delete}, {@code ec2 terminate-instances}. */
    private Set<String> leading(List<String> words) {
        List<String> plain = words.stream()
                .skip(1)
                .takeWhile(word -> word.matches("[a-z][a-z0-9-]*"))
                .toList();
        int last = -1;
        for (int at = 0; at < plain.size(); at++) {
            boolean aws = words.get(0).endsWith("aws");
            String verb = aws ? plain.get(at).replaceFirst("-.*", "") : plain.get(at);
            if (at < 4 && !lexicon.operations(verb).isEmpty() && !lexicon.isClass(plain.get(at))) {
                last = at;
            }
        }
        return new LinkedHashSet<>(plain.subList(0, last + 1));
    }

    /** {@code kubectl -n prod}. */
    private static boolean isNamespace(String part, List<String> words) {
        int at = words.indexOf("-n");
        return at >= 0
                && at + 1 < words.size()
                && words.get(at + 1).equals(part)
                && !words.get(0).equals("az");
    }

    /** {@code FLUSHALL}, {@code DEL}. */
    private boolean isLoudVerb(String part) {
        return part.matches("[A-Z]{3,}")
                && (part.startsWith("FLUSH")
                        || !lexicon.operations(part.toLowerCase(Locale.ROOT)).isEmpty());
    }

    private boolean isInContainer(String part, List<String> words) {
        if (isNamespace(part, words)) {
            return true;
        }
        for (int at = 1; at < words.size(); at++) {
            String word = words.get(at);
            boolean after = word.equals(part) && lexicon.isContainerOption(words.get(at - 1));
            if (after || word.endsWith("=" + part) && lexicon.isContainerOption(word.substring(0, word.indexOf('=')))) {
                return true;
            }
        }
        return false;
    }

    private List<Item> ofCandidate(
            String candidate, boolean set, boolean amongOthers, List<String> words, Set<Place> places) {
        Optional<Thing> thing = thing(candidate);
        if (thing.isEmpty() && amongOthers && isContainer(candidate)) {
            return List.of();
        }
        if (!set || thing.isPresent()) {
            return List.of(item(candidate, false, places, thing));
        }
        String rest = candidate.replaceFirst("^[a-z0-9]+://[^/]+/?", "");
        List<Item> members = new ArrayList<>();
        for (Thing each : listings.things()) {
            if (each.names().stream().anyMatch(name -> below(name, candidate, rest)) && included(each, words)) {
                members.add(item(each.names().get(0), false, places, Optional.of(each)));
            }
        }
        return members.isEmpty() ? List.of(item(candidate, false, places, Optional.empty())) : limited(members);
    }

    /** Whether a name only says in what the others lie. */
    private boolean isContainer(String candidate) {
        Set<String> pieces = Thing.pieces(candidate);
        return listings.things().stream().anyMatch(thing -> thing.context().containsAll(pieces));
    }

    /**
     * Whether a name lies under a prefix: {@code s3://bucket/a/} has {@code a/b}.
     *
     * @param rest the prefix without its scheme and container
     */
    private static boolean below(String name, String prefix, String rest) {
        return name.startsWith(prefix) || !rest.isEmpty() && name.startsWith(rest);
    }

    private static boolean included(Thing thing, List<String> words) {
        for (int at = 0; at + 1 < words.size(); at++) {
            if (words.get(at).equals("--include")) {
                String pattern = words.get(at + 1);
                return Patterns.isPattern(pattern)
                        && thing.names().stream()
                                .anyMatch(name -> Patterns.matches("*" + pattern, name)
                                        || Patterns.matches("*" + pattern + "/*", name));
            }
        }
        return true;
    }

    /** The things that the values in the command's options choose: {@code -u alex -n dev -l app=web}. */
    private List<Item> selected(List<String> words, Set<Place> places) {
        List<String> values = new ArrayList<>();
        for (String word : words.subList(Math.min(1, words.size()), words.size())) {
            for (String value : word.replaceFirst("^-{1,2}[a-z-]+=", "").split("[=,]")) {
                if (!value.isEmpty() && !value.startsWith("-")) {
                    values.add(value.toLowerCase(Locale.ROOT));
                }
            }
        }
        List<String> telling = values.stream()
                .filter(value -> listings.things().stream().anyMatch(thing -> has(thing, value)))
                .toList();
        if (telling.isEmpty()) {
            return List.of();
        }
        return limited(listings.things().stream()
                .filter(thing -> telling.stream().allMatch(value -> has(thing, value)))
                .map(thing -> item(thing.names().get(0), false, places, Optional.of(thing)))
                .toList());
    }

    private static boolean has(Thing thing, String value) {
        return thing.names().stream().anyMatch(value::equalsIgnoreCase)
                || thing.properties().values().stream().anyMatch(value::equalsIgnoreCase)
                || thing.context().contains(value);
    }

    private static List<Item> limited(List<Item> items) {
        return items.size() <= MOST_ITEMS ? items : List.of();
    }

    private Optional<Thing> thing(String text) {
        String bare = text.replaceFirst("^\\+?:", "").replaceFirst("/:", "/").replace("refs/heads/", "");
        return listings.things().stream()
                .filter(thing -> thing.names().stream().anyMatch(name -> same(name, bare)))
                .findFirst();
    }

    /** Whether two names are the same, where one may say more of where the thing lies. */
    private static boolean same(String name, String bare) {
        return name.equals(bare) || bare.endsWith("/" + name) || name.endsWith("/" + bare) && bare.length() > 1;
    }

    private Item item(String text, boolean path, Set<Place> placesOfCommand, Optional<Thing> thing) {
        Set<String> pieces = new LinkedHashSet<>(Thing.pieces(text));
        thing.ifPresent(each -> pieces.addAll(each.pieces()));
        Set<Place> own = placesOfPieces(pieces);
        Set<Place> all = new LinkedHashSet<>(own);
        add(thing.map(each -> placesOfPieces(each.context())).orElse(Set.of()), all);
        add(placesOfCommand, all);
        return new Item(text, path, false, all, thing);
    }

    /** What is known from farther away counts only where nothing nearer says otherwise. */
    private static void add(Set<Place> farther, Set<Place> known) {
        Set<String> dimensions = new LinkedHashSet<>();
        known.forEach(place -> dimensions.add(place.dimension()));
        farther.stream()
                .filter(place -> !dimensions.contains(place.dimension()))
                .forEach(known::add);
    }

    private Set<Place> places(List<String> words) {
        Set<String> pieces = new LinkedHashSet<>();
        words.stream().skip(1).forEach(word -> pieces.addAll(Thing.pieces(word)));
        return new LinkedHashSet<>(placesOfPieces(pieces));
    }

    private Set<Place> placesOfPieces(Set<String> pieces) {
        Set<Place> places = new LinkedHashSet<>();
        pieces.forEach(piece -> lexicon.place(piece).ifPresent(places::add));
        return places;
    }

    private static Set<Place> placesOf(EffectKind kind) {
        return switch (kind) {
            case VCS_REMOTE_CHANGE -> Set.of(new Place("side", "remote"));
            case VCS_LOCAL_CHANGE, VCS_LOCAL_LOSS, VCS_HISTORY_REWRITE, FILE_DELETE, FILE_WRITE ->
                Set.of(new Place("side", "local"));
            default -> Set.of();
        };
    }

    private static Set<String> families(EffectKind kind) {
        return switch (kind) {
            case FILE_READ, FILE_WRITE, FILE_DELETE, FILE_PERMISSION, DISK_DESTROY -> Set.of("file");
            case VCS_LOCAL_CHANGE, VCS_LOCAL_LOSS, VCS_HISTORY_REWRITE, VCS_REMOTE_CHANGE -> Set.of("vcs");
            case PACKAGE_INSTALL, PACKAGE_PUBLISH -> Set.of("package");
            case PROCESS_CONTROL, SYSTEM_CHANGE, PERSISTENCE -> Set.of("workload", "file");
            case CREDENTIAL_ACCESS, CREDENTIAL_CHANGE, SECRET_IN_CONTENT -> Set.of("credential", "file", "people");
            case DATABASE_READ, DATABASE_CHANGE, DATABASE_DESTROY -> Set.of("data");
            case CLOUD_READ, CLOUD_CHANGE, CLOUD_DESTROY, DEPLOY -> Set.of("cloud", "workload", "people", "data");
            case COMMUNICATION -> Set.of("people", "vcs");
            case NETWORK_FETCH, NETWORK_SEND, NETWORK_LISTEN, REMOTE_EXECUTION ->
                Set.of("cloud", "people", "file", "data");
            default -> Set.of("file", "workload", "cloud", "people", "data", "package", "credential", "vcs");
        };
    }
}
