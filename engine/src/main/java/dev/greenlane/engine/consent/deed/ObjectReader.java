package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Lexicon.Place;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.effect.PathTarget;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which objects an effect of a command has. */
final class ObjectReader {

    private static final Set<String> SETS = Set.of("bulk", "recursive", "all", "filtered");

    private final Lexicon lexicon = Lexicon.standard();
    private final List<Invocation> commands;
    private final Items items;

    /** @param commands all of the call */
    ObjectReader(List<Invocation> commands, Items items) {
        this.commands = commands;
        this.items = items;
    }

    /** The objects; empty where nobody can tell. */
    List<Item> of(Effect effect, List<String> words, Set<Place> places) {
        boolean set = effect.circumstances().traits().stream().anyMatch(SETS::contains);
        return switch (effect) {
            case Effect.OnPath onPath -> ofPath(onPath, places);
            case Effect.OnHost onHost ->
                List.of(items.unlisted(onHost.endpoint().text(), false, places));
            case Effect.OnName onName
            when isWhole(onName) -> List.of(new Item(onName.target(), false, true, places, places, Optional.empty()));
            case Effect.OnName onName
            when onName.target().equals("machine") && host().isPresent() ->
                List.of(items.unlisted(host().get(), false, places));
            case Effect.OnName onName -> ofName(onName, words, set, places);
            case Effect.NotUnderstood unknown ->
                unknown.target().isBlank() || unknown.target().contains("$")
                        ? List.of()
                        : List.of(items.unlisted(unknown.target(), false, places));
        };
    }

    /** The rows that a statement chooses by their numbers, where all were listed. */
    List<Item> rows(Set<String> values, Set<Place> places) {
        List<Item> rows = values.stream()
                .map(value -> items.item(value, false, places))
                .filter(row -> row.listed().isPresent())
                .toList();
        return rows.size() == values.size() ? rows : List.of();
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
            case PROCESS_CONTROL -> target.endsWith(" of the project");
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
        return List.of(several ? items.unlisted(text, true, places) : items.item(text, true, places));
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
            found.addAll(items.ofCandidate(candidate, set, candidates.size() > 1, words, places));
        }
        boolean bulk = effect.circumstances().traits().contains("bulk");
        if (found.isEmpty() || bulk && options) {
            List<Item> selected = items.selected(words, places);
            return selected.isEmpty() ? found : selected;
        }
        return found;
    }
}
