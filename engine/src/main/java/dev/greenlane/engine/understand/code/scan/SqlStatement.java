package dev.greenlane.engine.understand.code.scan;

import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of one statement of SQL. */
record SqlStatement(List<Lexeme> words) {

    private static final Set<String> FILLERS = Set.of(
            "IF",
            "EXISTS",
            "NOT",
            "TABLE",
            "ONLY",
            "INTO",
            "FROM",
            "OR",
            "REPLACE",
            "TEMP",
            "TEMPORARY",
            "UNLOGGED",
            "GLOBAL",
            "LOCAL",
            "IGNORE",
            "LOW_PRIORITY",
            "CONCURRENTLY",
            "CASCADE",
            "ABORT",
            "ROLLBACK",
            "FAIL",
            "OVERWRITE",
            "EXTERNAL",
            "VIRTUAL",
            "UNIQUE",
            "RECURSIVE",
            "DELAYED",
            "HIGH_PRIORITY",
            "QUICK");
    private static final Set<String> THINGS = Set.of(
            "TABLE",
            "DATABASE",
            "SCHEMA",
            "VIEW",
            "INDEX",
            "COLLECTION",
            "KEYSPACE",
            "TABLESPACE",
            "USER",
            "ROLE",
            "SEQUENCE",
            "FUNCTION",
            "PROCEDURE",
            "TRIGGER",
            "EXTENSION",
            "TYPE",
            "MATERIALIZED",
            "OWNED",
            "CATALOG",
            "BUCKET",
            "EVENT",
            "DOMAIN",
            "POLICY",
            "RULE",
            "SERVER",
            "PUBLICATION",
            "SUBSCRIPTION",
            "LOGIN",
            "COLUMN",
            "CONSTRAINT");
    /** What ends a condition. */
    private static final Set<String> BEHIND_WHERE = Set.of("RETURNING", "ORDER", "LIMIT", "OPTION", "GROUP");

    int size() {
        return words.size();
    }

    /** What stands from here on. */
    SqlStatement from(int at) {
        return new SqlStatement(words.subList(Math.min(at, size()), size()));
    }

    /** The texts in it. */
    List<Value> texts() {
        return words.stream()
                .filter(lexeme -> lexeme.kind() == Lexeme.Kind.TEXT)
                .map(Lexeme::value)
                .toList();
    }

    /** The names in a list with commas. */
    List<Value> names(int from) {
        List<Value> names = new ArrayList<>();
        names.add(name(from));
        for (int i = from; i < words.size(); i++) {
            if (words.get(i).is(",")) {
                names.add(name(i + 1));
            }
        }
        return names;
    }

    /** Where the verb stands: behind brackets, and behind the common table expressions of {@code WITH}. */
    int verb() {
        int at = 0;
        while (at < words.size() && words.get(at).kind() != Lexeme.Kind.WORD) {
            at++;
        }
        if (at == words.size()) {
            return -1;
        }
        if (!upper(at).equals("WITH") && !upper(at).equals("EXPLAIN")) {
            return at;
        }
        boolean runs = upper(at).equals("WITH") || has("ANALYZE");
        int depth = 0;
        for (int i = at + 1; i < words.size() && runs; i++) {
            depth += words.get(i).is("(") ? 1 : words.get(i).is(")") ? -1 : 0;
            String word = upper(i);
            boolean verb =
                    Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE").contains(word);
            if (verb && (depth == 0 || !word.equals("SELECT"))) {
                return i;
            }
        }
        return at;
    }

    /** The word there, in capitals; empty where there is none. */
    String upper(int at) {
        return at < words.size() && words.get(at).kind() == Lexeme.Kind.WORD
                ? words.get(at).text().toUpperCase(Locale.ROOT)
                : "";
    }

    /** Whether a word stands in it. */
    boolean has(String word) {
        return words.stream()
                .anyMatch(lexeme ->
                        lexeme.kind() == Lexeme.Kind.WORD && lexeme.text().equalsIgnoreCase(word));
    }

    /** Whether a condition says which rows are meant, and not all of them. */
    boolean filtered() {
        for (int i = 0; i < words.size(); i++) {
            if (upper(i).equals("WHERE")) {
                List<String> condition = words.subList(i + 1, words.size()).stream()
                        .map(lexeme -> lexeme.text().toUpperCase(Locale.ROOT))
                        .filter(text -> !text.equals("(") && !text.equals(")"))
                        .takeWhile(text -> !BEHIND_WHERE.contains(text))
                        .toList();
                return !alwaysHolds(condition) || has("LIMIT");
            }
        }
        return has("LIMIT");
    }

    /** Whether one of the ways in which a condition can hold says nothing: {@code true}, {@code 1 = 1}, {@code id = id}. */
    private static boolean alwaysHolds(List<String> condition) {
        int from = 0;
        for (int i = 0; i <= condition.size(); i++) {
            if (i == condition.size() || condition.get(i).equals("OR")) {
                if (saysNothing(condition.subList(from, i))) {
                    return true;
                }
                from = i + 1;
            }
        }
        return false;
    }

    private static boolean saysNothing(List<String> words) {
        return switch (words.size()) {
            case 1 -> words.get(0).equals("TRUE") || words.get(0).matches("[1-9][0-9]*");
            case 2 -> words.get(0).equals("NOT") && Set.of("FALSE", "0").contains(words.get(1));
            case 3 ->
                Set.of("=", "==", "<=", ">=", "LIKE").contains(words.get(1))
                                && words.get(0).equals(words.get(2))
                        || words.get(1).equals("LIKE") && words.get(2).equals("%");
            default -> false;
        };
    }

    /** The name behind a word; empty where the word does not stand there. */
    Value behind(String word) {
        for (int i = 0; i < words.size(); i++) {
            if (upper(i).equals(word)) {
                boolean all = upper(i + 1).equals("ALL") && !upper(i + 3).isEmpty();
                return name(all ? i + 4 : i + 1);
            }
        }
        return Value.EMPTY;
    }

    /** The name that follows, with its schema. */
    Value name(int from) {
        int at = from;
        while (at < words.size() && (FILLERS.contains(upper(at)) || THINGS.contains(upper(at)))) {
            at++;
        }
        Value name = Value.EMPTY;
        boolean part = true;
        while (at < words.size()
                && (part ? words.get(at).isOperand() : words.get(at).is("."))) {
            name = name.then(words.get(at).value());
            part = !part;
            at++;
        }
        return name;
    }
}
