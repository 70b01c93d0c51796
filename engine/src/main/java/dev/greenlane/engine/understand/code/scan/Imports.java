package dev.greenlane.engine.understand.code.scan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names that stand for modules and parts of them. */
final class Imports {

    private static final int LONGEST_IMPORT = 200;

    private Imports() {}

    /**
     * Names that were found.
     *
     * @param end the place behind them
     */
    record Found(Map<String, Arg> variables, int end) {}

    /** Where the list of names closes that opens here and has a value behind it; -1 where there is none. */
    static int destructured(List<Lexeme> lexemes, int at) {
        int close = at;
        while (close < lexemes.size()
                && close - at < LONGEST_IMPORT
                && !lexemes.get(close).is("}")
                && !lexemes.get(close).is(")")) {
            close++;
        }
        return close + 1 < lexemes.size() && lexemes.get(close + 1).is("=") ? close : -1;
    }

    /** The names between two places, as parts of a module. */
    static Map<String, Arg> parts(List<Lexeme> lexemes, int from, int to, String module) {
        Map<String, Arg> parts = new LinkedHashMap<>();
        names(lexemes, from, to)
                .forEach((local, name) -> parts.put(local, Arg.unknown(local).typed(module + "." + name)));
        return parts;
    }

    /** {@code import a, {b as c} from 'm'}. */
    static Optional<Found> imported(List<Lexeme> lexemes, int at) {
        int end = at;
        while (end < lexemes.size()
                && end - at < LONGEST_IMPORT
                && lexemes.get(end).kind() != Lexeme.Kind.TEXT
                && !lexemes.get(end).is(";")) {
            end++;
        }
        if (end >= lexemes.size() || lexemes.get(end).kind() != Lexeme.Kind.TEXT) {
            return Optional.empty();
        }
        Map<String, Arg> variables = new LinkedHashMap<>();
        String module = module(lexemes.get(end).text());
        for (int i = at + 1; i < end; i++) {
            if (lexemes.get(i).is("{")) {
                int open = i;
                while (i < end && !lexemes.get(i).is("}")) {
                    i++;
                }
                variables.putAll(parts(lexemes, open + 1, i, module));
            } else if (lexemes.get(i).kind() == Lexeme.Kind.WORD
                    && !Set.of("from", "as", "type").contains(lexemes.get(i).text())) {
                variables.put(lexemes.get(i).text(), Arg.unknown(module).typed(module));
            }
        }
        return Optional.of(new Found(variables, end + 1));
    }

    /** Local names and what they stand for, between two places. */
    private static Map<String, String> names(List<Lexeme> lexemes, int from, int to) {
        Map<String, String> names = new LinkedHashMap<>();
        String name = "";
        for (Lexeme lexeme : lexemes.subList(from, Math.min(to, lexemes.size()))) {
            if (lexeme.is(",")) {
                name = "";
            } else if (lexeme.kind() == Lexeme.Kind.WORD && !lexeme.text().equals("as")) {
                if (!name.isEmpty()) {
                    names.remove(name);
                }
                names.put(lexeme.text(), name.isEmpty() ? lexeme.text() : name);
                name = name.isEmpty() ? lexeme.text() : name;
            }
        }
        return names;
    }

    /** The module that a name in code means. */
    static String module(String name) {
        String bare = name.startsWith("node:") ? name.substring(5) : name;
        return bare.replace('/', '.');
    }
}
