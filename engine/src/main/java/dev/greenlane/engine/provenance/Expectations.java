package dev.greenlane.engine.provenance;

import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.provenance.Provenance.Thing;
import dev.greenlane.engine.understand.Understanding;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import dev.greenlane.syntax.shell.Script;
import dev.greenlane.syntax.shell.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a call is to make that has a name and no path. */
final class Expectations {

    private static final int MOST_COMMANDS = 64;
    private static final int MOST = 32;
    private static final Pattern NUMBER_OF_JOB = Pattern.compile("^\\[[0-9]+\\]\\s+([0-9]{2,8})$", Pattern.MULTILINE);
    private static final Pattern NUMBER = Pattern.compile("^([0-9]{2,8})$", Pattern.MULTILINE);

    private Expectations() {}

    /** @param known what the session has made so far */
    static List<Expected> of(Understanding call, Things known) {
        List<Expected> expected = new ArrayList<>();
        List<Span> background = call.tree().map(Expectations::background).orElse(List.of());
        for (Invocation command :
                call.invocations().stream().limit(MOST_COMMANDS).toList()) {
            Optional<List<String>> words = words(command);
            if (words.isPresent() && words.get().stream().noneMatch(String::isEmpty)) {
                expected.addAll(ThingTable.standard().expected(words.get()));
                if (background.stream().anyMatch(span -> isInside(command.span(), span))) {
                    expected.add(new Expected(Thing.PROCESS, String.join(" ", words.get()), Optional.empty()));
                    expected.add(new Expected(Thing.PROCESS, "", Optional.of(NUMBER_OF_JOB)));
                    expected.add(new Expected(Thing.PROCESS, "", Optional.of(NUMBER)));
                }
            }
        }
        for (Effect effect : call.effects()) {
            pushed(effect, call, known, expected).ifPresent(expected::add);
        }
        return expected.stream().distinct().limit(MOST).toList();
    }

    /** A branch of the session's own that comes to a remote which did not have it. */
    private static Optional<Expected> pushed(Effect effect, Understanding call, Things known, List<Expected> expected) {
        int slash = effect.target().indexOf('/');
        if (effect.kind() != EffectKind.VCS_REMOTE_CHANGE || slash <= 0) {
            return Optional.empty();
        }
        String branch = effect.target().substring(slash + 1);
        boolean own = known.made(Thing.BRANCH, branch)
                || expected.stream()
                        .anyMatch(each ->
                                each.kind() == Thing.BRANCH && each.name().equals(branch));
        if (!own) {
            return Optional.empty();
        }
        Pattern said =
                Pattern.compile("\\[new branch\\]\\s+\\S+ -> (" + Pattern.quote(branch) + ")$", Pattern.MULTILINE);
        return Optional.of(new Expected(
                Thing.BRANCH, effect.target(), isQuiet(effect, call) ? Optional.empty() : Optional.of(said)));
    }

    /** Whether a push says nothing where it goes well; one that meets another's branch says so. */
    private static boolean isQuiet(Effect effect, Understanding call) {
        if (effect.circumstances().traits().contains("force-push")) {
            return false;
        }
        return call.invocations().stream()
                .filter(command -> command.effects().contains(effect))
                .flatMap(command -> words(command).stream())
                .anyMatch(words -> words.contains("-q") || words.contains("--quiet"));
    }

    private static Optional<List<String>> words(Invocation command) {
        List<String> words = new ArrayList<>();
        for (Value word : command.words()) {
            if (word.known().isEmpty()) {
                return Optional.empty();
            }
            words.add(word.known().get());
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static List<Span> background(Script script) {
        return script.statements().stream()
                .filter(Statement::background)
                .map(Statement::span)
                .toList();
    }

    private static boolean isInside(Span inner, Span outer) {
        return inner.start() >= outer.start() && inner.end() <= outer.end();
    }
}
