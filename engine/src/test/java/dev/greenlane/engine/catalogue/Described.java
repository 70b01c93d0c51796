package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.data.Problem;
import dev.greenlane.engine.data.Problems;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A description in a test, and calls of it. In the words of a call {@code $NAME} is not known and {@code *} is a glob. */
final class Described {

    private static final Set<String> TRAITS = Set.of("recursive", "force", "all");

    private final Program program;

    private Described(Program program) {
        this.program = program;
    }

    /** The program in this text, which must be without problems. */
    static Described by(String yaml) {
        return by(Map.of("program.yaml", yaml), "program.yaml");
    }

    /** The program in one of these files, which must all be without problems. */
    static Described by(Map<String, String> files, String file) {
        Problems problems = new Problems();
        Map<String, String> complete = new LinkedHashMap<>();
        files.forEach((name, text) -> complete.put(name, text + "\nexamples: {}\n"));
        List<Descriptions.Description> descriptions = Descriptions.read(complete, TRAITS::contains, problems);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.list());
        }
        return new Described(descriptions.stream()
                .filter(description -> description.file().equals(file))
                .findFirst()
                .orElseThrow()
                .program());
    }

    /** The problems of this text, without their places. */
    static List<String> problems(String yaml) {
        Problems problems = new Problems();
        Descriptions.read(Map.of("program.yaml", yaml), TRAITS::contains, problems);
        return problems.list().stream().map(Problem::toString).toList();
    }

    Program program() {
        return program;
    }

    Plan plan(String call) {
        return program.plan(words(call), false);
    }

    Plan planPiped(String call) {
        return program.plan(words(call), true);
    }

    /** As {@link #effects(String)}, with these lines on standard input. */
    List<String> effectsOn(String call, String... lines) {
        List<Argument> input = new ArrayList<>();
        for (String line : lines) {
            input.add(new Argument(value(line), new Span(0, 0)));
        }
        return effects(program.plan(words(call), input, new Span(0, call.length())));
    }

    /** Planned effects as {@code kind target}. */
    List<String> effects(String call) {
        return effects(plan(call));
    }

    List<String> effectsPiped(String call) {
        return effects(planPiped(call));
    }

    private static List<String> effects(Plan plan) {
        return plan.effects().stream()
                .map(effect -> effect.kind().id() + " " + target(effect.target()))
                .toList();
    }

    static String target(Plan.Target target) {
        return switch (target) {
            case Plan.Target.Word word -> word.argument().value().display();
            case Plan.Target.WorkingDirectory cwd -> ".";
            case Plan.Target.StandardInput input -> "stdin";
        };
    }

    static List<String> texts(List<Argument> arguments) {
        return arguments.stream().map(argument -> argument.value().display()).toList();
    }

    static List<Argument> words(String call) {
        List<Argument> words = new ArrayList<>();
        int at = 0;
        for (String word : call.split(" ")) {
            if (!word.isEmpty()) {
                words.add(new Argument(value(word), new Span(at, at + word.length())));
            }
            at += word.length() + 1;
        }
        return words;
    }

    static Value value(String word) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < word.length(); ) {
            int end = i + 1;
            if (word.charAt(i) == '$') {
                while (end < word.length() && Character.isUpperCase(word.charAt(end))) {
                    end++;
                }
                pieces.add(new Piece.Hole(word.substring(i, end), "it is not set here"));
            } else if (word.charAt(i) == '*') {
                pieces.add(new Piece.Glob("*"));
            } else {
                pieces.add(new Piece.Text(word.substring(i, end)));
            }
            i = end;
        }
        return new Value(pieces);
    }
}
