package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a command, or a tool by its name, says that it does. */
final class Doing {

    private static final Set<String> MIRRORING = DeedWords.DEEDS.words("mirrors", "mirroring");

    private static final Set<String> VERBAL_OPTIONS = DeedWords.DEEDS.words("options", "verb");

    private final Lexicon lexicon = Lexicon.standard();
    private final Operations known = Operations.standard();
    private final List<String> words;
    private final boolean tool;

    /**
     * @param words of the command, or of the tool's name behind its server
     * @param tool whether it is the name of a tool that others bring
     */
    Doing(List<String> words, boolean tool) {
        this.words = words;
        this.tool = tool;
    }

    /** The operations any of which covers the effect. */
    Set<String> operations(Effect effect) {
        Set<String> traits = effect.circumstances().traits();
        Set<String> operations =
                new LinkedHashSet<>(known.forEffect(effect.kind().id(), traits));
        boolean special = !operations.equals(known.forEffect(effect.kind().id(), Set.of()));
        if (traits.contains("state-file")) {
            for (String piece : effect.target().toLowerCase(Locale.ROOT).split("[\\s:,]+")) {
                operations.addAll(known.ofValue(piece));
            }
        } else if (!special || !known.familiesOf(effect.kind().id()).contains("vcs")) {
            Set<String> own = new LinkedHashSet<>();
            List<String> telling = tool ? verbOfTool() : subcommands();
            telling.forEach(word -> own.addAll(tool ? known.ofTool(word) : known.commanded(word)));
            if (traits.contains("access") && effect.kind() == EffectKind.DATABASE_CHANGE) {
                words.forEach(word -> Statements.verbs(word).forEach(verb -> own.addAll(known.commanded(verb))));
            }
            if (!own.remove(Operations.ANY)
                    && !special
                    && !Collections.disjoint(own, operations)
                    && isNamedByCommand(effect)) {
                operations.clear();
            }
            if (traits.contains("access")) {
                known.contrary(own).forEach(operations::remove);
            }
            operations.addAll(own);
            operations.remove(Operations.ANY);
        }
        if (!tool && MIRRORING.stream().anyMatch(command -> has(List.of(command.split(" "))))) {
            operations.add("mirror");
        }
        return operations;
    }

    /** Whether the command has these words in this order. */
    private boolean has(List<String> wanted) {
        int found = 0;
        for (String word : words) {
            found += found < wanted.size() && word.equals(wanted.get(found)) ? 1 : 0;
        }
        return found == wanted.size();
    }

    /** The command's own words for what it does: of its subcommands, of its statement, of the function that it calls. */
    Set<String> verbs(Effect effect) {
        Set<String> verbs = new LinkedHashSet<>();
        if (!words.isEmpty() && !tool) {
            String program = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
            Set<String> operations = lexicon.operations(program);
            if (program.length() > 3
                    && !operations.isEmpty()
                    && !operations.contains("read")
                    && !operations.contains("run")) {
                verbs.add(program);
            }
        }
        new Naming(lexicon, words)
                .behindOptions().stream()
                        .limit(tool ? 0 : 1)
                        .filter(word -> word.matches("[A-Z]{4,20}"))
                        .forEach(word -> verbs.add(word.toLowerCase(Locale.ROOT)));
        for (String word : words) {
            String option = word.startsWith("--") ? word.substring(2).replaceFirst("[-=].*", "") : "";
            if (option.length() > 3 && VERBAL_OPTIONS.contains(option)) {
                verbs.add(option);
            }
        }
        List<String> subcommands = subcommands();
        for (String word : subcommands) {
            String verb = word.replaceFirst("(?<=..)[_-].*", "");
            boolean acts = !verb.equals(word)
                    && !Collections.disjoint(
                            known.commanded(verb), known.forEffect(effect.kind().id(), Set.of()));
            if (verb.length() > 3 && (acts || !lexicon.isClass(verb))) {
                verbs.add(verb);
            }
        }
        if (effect.kind() == EffectKind.DATABASE_CHANGE || effect.kind() == EffectKind.DATABASE_DESTROY) {
            words.forEach(word -> verbs.addAll(Statements.verbs(word)));
        }
        return verbs;
    }

    /** Whether a tool's name says that something is ended or removed. */
    boolean ends() {
        return words.stream()
                .map(known::ofTool)
                .anyMatch(operations -> operations.contains("delete") || operations.contains("close"));
    }

    /** The words of a tool's name; only its verb, where that says by itself what is done. */
    private List<String> verbOfTool() {
        List<String> all = subcommands();
        return all.stream().filter(known::isPlainVerb).findFirst().map(List::of).orElse(all);
    }

    /** Whether the command's own word tells what such an effect does better than its kind. */
    private static boolean isNamedByCommand(Effect effect) {
        return switch (effect.kind()) {
            case CLOUD_CHANGE -> true;
            default -> false;
        };
    }

    /** The words between the program, with its options, and the next option or name. */
    private List<String> subcommands() {
        List<String> found = new ArrayList<>();
        for (String word : new Naming(lexicon, words).behindOptions()) {
            if (found.size() == 5 || !word.matches("[a-z][a-z:_-]{1,30}") && !(found.isEmpty() && isService(word))) {
                break;
            }
            found.addAll(List.of(word.split(":")));
        }
        return found;
    }

    /** {@code aws ec2 release-address}: one of many services of a program, with what is done behind it. */
    private boolean isService(String word) {
        int next = words.indexOf(word) + 1;
        return word.matches("[a-z]{1,12}\\d[a-z0-9-]{0,12}")
                && next < words.size()
                && words.get(next).matches("[a-z]+(?:-[a-z0-9]+)+")
                && !known.commanded(words.get(next)).isEmpty();
    }
}
