package dev.greenlane.engine.understand.code.scan;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.code.CodeReader;
import dev.greenlane.engine.understand.code.CodeSink;
import dev.greenlane.engine.understand.code.StandIns;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Understands SQL by the first words of its statements, and the meta-commands of its shells. */
public final class SqlCode implements CodeReader {

    private static final Grammar GRAMMAR = Grammar.of(Map.of(
            "line-comments", "--", "block-comments", "/* */", "quotes", "'\"", "backtick", "name", "doubled", "yes"));
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
    /** Things that can be made again from what the schema says. */
    private static final Set<String> REMADE = Set.of(
            "VIEW",
            "INDEX",
            "FUNCTION",
            "PROCEDURE",
            "TRIGGER",
            "TYPE",
            "SEQUENCE",
            "RULE",
            "POLICY",
            "EVENT",
            "DOMAIN",
            "EXTENSION",
            "CONSTRAINT",
            "PUBLICATION",
            "SERVER");

    /** What ends a condition. */
    private static final Set<String> BEHIND_WHERE = Set.of("RETURNING", "ORDER", "LIMIT", "OPTION", "GROUP");

    /** Functions that read a file of the server. */
    private static final Set<String> READ_FILES =
            Set.of("LOAD_FILE", "PG_READ_FILE", "PG_READ_BINARY_FILE", "PG_LS_DIR", "LO_IMPORT", "READFILE");

    /** Statements whose texts are statements themselves. */
    private static final Set<String> RUN_TEXT = Set.of("EXECUTE", "EXEC", "PREPARE", "DO", "CALL");

    @Override
    public void read(Value code, Span span, CodeSink sink) {
        StandIns standIns = new StandIns();
        String text = standIns.encode(code);
        StringBuilder statements = new StringBuilder(text.length());
        for (String line : text.split("\n", -1)) {
            boolean meta = line.startsWith(".")
                    || line.stripLeading().startsWith("\\")
                    || line.regionMatches(true, 0, "system ", 0, 7)
                    || line.regionMatches(true, 0, "source ", 0, 7);
            if (meta) {
                new MetaCommand(line.strip(), standIns, sink).tell();
            }
            statements.append(meta ? "" : line).append('\n');
        }
        List<Lexeme> statement = new ArrayList<>();
        for (Lexeme lexeme : Scanner.scan(GRAMMAR, statements.toString(), standIns)) {
            if (lexeme.is(";")) {
                tell(statement, sink);
                statement.clear();
            } else if (lexeme.kind() != Lexeme.Kind.LINE_END) {
                statement.add(lexeme);
            }
        }
        tell(statement, sink);
    }

    private static void tell(List<Lexeme> statement, CodeSink sink) {
        int verb = verb(statement);
        if (verb < 0) {
            return;
        }
        String word = upper(statement, verb);
        inside(statement, word, sink);
        Value table = name(statement, verb + 1);
        switch (word) {
            case "DROP" -> drop(statement, verb, sink);
            case "TRUNCATE" ->
                names(statement, verb + 1).forEach(one -> effect(EffectKind.DATABASE_DESTROY, one, Set.of(), sink));
            case "BEGIN" -> block(statement, verb, sink);
            case "DELETE" ->
                effect(
                        filtered(statement) ? EffectKind.DATABASE_CHANGE : EffectKind.DATABASE_DESTROY,
                        table,
                        filtered(statement) ? Set.of("delete", "filtered") : Set.of("delete", "unfiltered"),
                        sink);
            case "UPDATE" ->
                effect(EffectKind.DATABASE_CHANGE, table, filtered(statement) ? Set.of() : Set.of("unfiltered"), sink);
            case "INSERT", "REPLACE", "MERGE", "UPSERT" -> effect(EffectKind.DATABASE_CHANGE, table, Set.of(), sink);
            case "CREATE" -> create(statement, verb, sink);
            case "ALTER" -> alter(statement, verb, sink);
            case "RENAME", "COMMENT", "REINDEX", "CLUSTER" ->
                effect(EffectKind.DATABASE_CHANGE, table, Set.of("schema"), sink);
            case "GRANT", "REVOKE" ->
                effect(EffectKind.DATABASE_CHANGE, name(statement, verb + 1), Set.of("access"), sink);
            case "COPY", "UNLOAD" -> copy(statement, verb, sink);
            case "LOAD" -> {
                texts(statement).forEach(file -> sink.path(EffectKind.FILE_READ, file, Set.of(), Certainty.CERTAIN));
                effect(EffectKind.DATABASE_CHANGE, Value.of("load"), Set.of(), sink);
            }
            case "ATTACH",
                    "DETACH",
                    "CALL",
                    "EXEC",
                    "EXECUTE",
                    "DO",
                    "PURGE",
                    "FLUSH",
                    "RESET",
                    "KILL",
                    "SHUTDOWN",
                    "LOCK" ->
                effect(EffectKind.DATABASE_CHANGE, Value.of(word.toLowerCase(Locale.ROOT)), Set.of(), sink);
            case "SELECT", "TABLE", "VALUES", "SHOW", "DESCRIBE", "DESC", "EXPLAIN", "ANALYZE", "CHECK", "CHECKSUM" ->
                select(statement, verb, sink);
            case "START",
                    "COMMIT",
                    "END",
                    "ROLLBACK",
                    "SAVEPOINT",
                    "RELEASE",
                    "SET",
                    "USE",
                    "PRAGMA",
                    "VACUUM",
                    "OPTIMIZE",
                    "CHECKPOINT",
                    "DECLARE",
                    "FETCH",
                    "CLOSE",
                    "PREPARE",
                    "DEALLOCATE",
                    "LISTEN",
                    "NOTIFY",
                    "UNLISTEN",
                    "DISCARD",
                    "GO",
                    "DELIMITER",
                    "REFRESH",
                    "CACHE",
                    "HELP",
                    "QUIT",
                    "EXIT" -> {}
            default ->
                sink.notUnderstood(
                        word.length() > 40 ? word.substring(0, 40) : word, "is no statement of SQL that is known");
        }
    }

    /** The first statement of a block; the others stand behind semicolons. */
    private static void block(List<Lexeme> statement, int begin, CodeSink sink) {
        if (!Set.of("TRANSACTION", "WORK", "TRAN", "IMMEDIATE", "EXCLUSIVE", "DEFERRED", "ISOLATION", "")
                .contains(upper(statement, begin + 1))) {
            tell(statement.subList(begin + 1, statement.size()), sink);
        }
    }

    /** What stands inside a statement and is run, or read, whatever the statement is. */
    private static void inside(List<Lexeme> statement, String verb, CodeSink sink) {
        for (int i = 0; i < statement.size(); i++) {
            String word = upper(statement, i);
            if (word.equals("XP_CMDSHELL")) {
                texts(statement.subList(i, statement.size())).stream()
                        .findFirst()
                        .ifPresent(sink::shell);
            } else if (READ_FILES.contains(word)) {
                texts(statement.subList(i, statement.size())).stream()
                        .findFirst()
                        .ifPresent(file -> sink.path(EffectKind.FILE_READ, file, Set.of(), Certainty.CERTAIN));
            } else if (verb.equals("DO") && word.equals("BEGIN")) {
                block(statement, i, sink);
            }
        }
        if (RUN_TEXT.contains(verb) && !has(statement, "XP_CMDSHELL")) {
            texts(statement).stream()
                    .filter(text -> text.prefix().strip().indexOf(' ') > 0)
                    .forEach(text -> sink.code("sql", text));
        }
        if (verb.equals("PREPARE") && has(statement, "AS")) {
            for (int i = 0; i < statement.size(); i++) {
                if (upper(statement, i).equals("AS")) {
                    tell(statement.subList(i + 1, statement.size()), sink);
                    return;
                }
            }
        }
    }

    private static List<Value> texts(List<Lexeme> statement) {
        return statement.stream()
                .filter(lexeme -> lexeme.kind() == Lexeme.Kind.TEXT)
                .map(Lexeme::value)
                .toList();
    }

    /** The names in a list with commas. */
    private static List<Value> names(List<Lexeme> statement, int from) {
        List<Value> names = new ArrayList<>();
        names.add(name(statement, from));
        for (int i = from; i < statement.size(); i++) {
            if (statement.get(i).is(",")) {
                names.add(name(statement, i + 1));
            }
        }
        return names;
    }

    /** Where the verb stands: behind brackets, and behind the common table expressions of {@code WITH}. */
    private static int verb(List<Lexeme> statement) {
        int at = 0;
        while (at < statement.size() && statement.get(at).kind() != Lexeme.Kind.WORD) {
            at++;
        }
        if (at == statement.size()) {
            return -1;
        }
        if (!upper(statement, at).equals("WITH") && !upper(statement, at).equals("EXPLAIN")) {
            return at;
        }
        boolean runs = upper(statement, at).equals("WITH") || has(statement, "ANALYZE");
        int depth = 0;
        for (int i = at + 1; i < statement.size() && runs; i++) {
            depth += statement.get(i).is("(") ? 1 : statement.get(i).is(")") ? -1 : 0;
            String word = upper(statement, i);
            boolean verb =
                    Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE").contains(word);
            if (verb && (depth == 0 || !word.equals("SELECT"))) {
                return i;
            }
        }
        return at;
    }

    private static String upper(List<Lexeme> statement, int at) {
        return at < statement.size() && statement.get(at).kind() == Lexeme.Kind.WORD
                ? statement.get(at).text().toUpperCase(Locale.ROOT)
                : "";
    }

    private static boolean has(List<Lexeme> statement, String word) {
        return statement.stream()
                .anyMatch(lexeme ->
                        lexeme.kind() == Lexeme.Kind.WORD && lexeme.text().equalsIgnoreCase(word));
    }

    /** Whether a condition says which rows are meant, and not all of them. */
    private static boolean filtered(List<Lexeme> statement) {
        for (int i = 0; i < statement.size(); i++) {
            if (upper(statement, i).equals("WHERE")) {
                List<String> condition = statement.subList(i + 1, statement.size()).stream()
                        .map(lexeme -> lexeme.text().toUpperCase(Locale.ROOT))
                        .filter(text -> !text.equals("(") && !text.equals(")"))
                        .takeWhile(text -> !BEHIND_WHERE.contains(text))
                        .toList();
                return !alwaysHolds(condition) || has(statement, "LIMIT");
            }
        }
        return has(statement, "LIMIT");
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

    /** The name that follows, with its schema. */
    private static Value name(List<Lexeme> statement, int from) {
        int at = from;
        while (at < statement.size()
                && (FILLERS.contains(upper(statement, at)) || THINGS.contains(upper(statement, at)))) {
            at++;
        }
        Value name = Value.EMPTY;
        boolean part = true;
        while (at < statement.size()
                && (part ? statement.get(at).isOperand() : statement.get(at).is("."))) {
            name = name.then(statement.get(at).value());
            part = !part;
            at++;
        }
        return name;
    }

    private static void effect(EffectKind kind, Value name, Set<String> traits, CodeSink sink) {
        sink.name(kind, name, traits, Certainty.CERTAIN);
    }

    private static void drop(List<Lexeme> statement, int verb, CodeSink sink) {
        String thing = upper(statement, verb + 1);
        Value name = name(statement, verb + 1);
        if (REMADE.contains(thing) || thing.equals("MATERIALIZED")) {
            effect(EffectKind.DATABASE_CHANGE, name, Set.of("schema", "delete"), sink);
        } else if (thing.equals("USER") || thing.equals("ROLE") || thing.equals("LOGIN")) {
            effect(EffectKind.DATABASE_CHANGE, name, Set.of("access", "delete"), sink);
        } else {
            Set<String> traits = new HashSet<>(Set.of("delete"));
            if (thing.equals("DATABASE")
                    || thing.equals("SCHEMA")
                    || thing.equals("KEYSPACE")
                    || thing.equals("OWNED")) {
                traits.add("all");
            }
            names(statement, verb + 1).forEach(one -> effect(EffectKind.DATABASE_DESTROY, one, traits, sink));
        }
    }

    private static void create(List<Lexeme> statement, int verb, CodeSink sink) {
        boolean access = has(statement, "USER") || has(statement, "ROLE") || has(statement, "LOGIN");
        effect(
                EffectKind.DATABASE_CHANGE,
                name(statement, verb + 1),
                access ? Set.of("access", "create") : Set.of("schema", "create"),
                sink);
    }

    private static void alter(List<Lexeme> statement, int verb, CodeSink sink) {
        String thing = upper(statement, verb + 1);
        Value name = name(statement, verb + 1);
        boolean access = thing.equals("USER") || thing.equals("ROLE") || thing.equals("LOGIN");
        boolean drops = thing.equals("TABLE")
                && has(statement, "DROP")
                && !has(statement, "CONSTRAINT")
                && !has(statement, "INDEX")
                && !has(statement, "DEFAULT")
                && !has(statement, "NULL");
        effect(
                EffectKind.DATABASE_CHANGE,
                name,
                access ? Set.of("access") : drops ? Set.of("schema", "delete") : Set.of("schema"),
                sink);
    }

    private static void copy(List<Lexeme> statement, int verb, CodeSink sink) {
        Value name = name(statement, verb + 1);
        if (has(statement, "PROGRAM")) {
            statement.stream()
                    .filter(lexeme -> lexeme.kind() == Lexeme.Kind.TEXT)
                    .findFirst()
                    .ifPresent(program -> sink.shell(program.value()));
        } else {
            boolean from = has(statement, "FROM");
            EffectKind kind = from ? EffectKind.FILE_READ : EffectKind.FILE_WRITE;
            texts(statement).stream()
                    .findFirst()
                    .filter(path -> path.prefix().indexOf('/') >= 0)
                    .ifPresent(path -> sink.path(kind, path, from ? Set.of() : Set.of("overwrite"), Certainty.CERTAIN));
        }
        effect(has(statement, "FROM") ? EffectKind.DATABASE_CHANGE : EffectKind.DATABASE_READ, name, Set.of(), sink);
    }

    private static void select(List<Lexeme> statement, int verb, CodeSink sink) {
        int from = verb;
        int depth = 0;
        while (from < statement.size() && !(depth == 0 && upper(statement, from).equals("FROM"))) {
            depth += statement.get(from).is("(") ? 1 : statement.get(from).is(")") ? -1 : 0;
            from++;
        }
        Value table = from < statement.size() ? name(statement, from + 1) : Value.EMPTY;
        for (int i = 0; i + 2 < statement.size(); i++) {
            if (upper(statement, i).equals("INTO")
                    && (upper(statement, i + 1).equals("OUTFILE")
                            || upper(statement, i + 1).equals("DUMPFILE"))) {
                sink.path(EffectKind.FILE_WRITE, statement.get(i + 2).value(), Set.of("create"), Certainty.CERTAIN);
            }
        }
        if (!table.equals(Value.EMPTY)) {
            effect(EffectKind.DATABASE_READ, table, Set.of(), sink);
        }
    }

    /** A line for the shell around the database: {@code \!}, {@code \copy}, {@code .shell}. */
    private record MetaCommand(String line, StandIns standIns, CodeSink sink) {

        void tell() {
            String[] words = line.split("\\s+", 2);
            String rest = words.length > 1 ? words[1] : "";
            switch (words[0]) {
                case "\\!", ".shell", ".system", "system", "SYSTEM" -> sink.shell(standIns.decode(rest));
                case "\\o", "\\w", ".output", ".once", ".backup", ".save", ".clone", "\\T" -> {
                    if (rest.startsWith("|")) {
                        sink.shell(standIns.decode(rest.substring(1).strip()));
                    } else if (!rest.isEmpty()) {
                        sink.path(
                                EffectKind.FILE_WRITE,
                                standIns.decode(unquoted(rest)),
                                Set.of("overwrite"),
                                Certainty.CERTAIN);
                    }
                }
                case "\\i", "\\ir", ".read", "\\.", "source", "SOURCE" -> {
                    sink.path(EffectKind.FILE_READ, standIns.decode(unquoted(rest)), Set.of(), Certainty.CERTAIN);
                    sink.notUnderstood(line, "runs statements from a file");
                }
                case "\\copy" -> copy(rest);
                case ".import" -> {
                    int pipe = rest.indexOf('|');
                    if (pipe >= 0 && rest.substring(0, pipe).isBlank() || rest.startsWith("\"|")) {
                        String command = rest.substring(pipe + 1);
                        int end = command.lastIndexOf(rest.startsWith("\"") ? '"' : ' ');
                        sink.shell(standIns.decode(end > 0 ? command.substring(0, end) : command));
                    }
                    sink.name(EffectKind.DATABASE_CHANGE, standIns.decode(rest), Set.of(), Certainty.CERTAIN);
                }
                case ".restore" ->
                    sink.name(
                            EffectKind.DATABASE_DESTROY, standIns.decode(rest), Set.of("overwrite"), Certainty.CERTAIN);
                case ".load" -> sink.notUnderstood(line, "loads machine code");
                case ".dump" ->
                    sink.name(EffectKind.DATABASE_READ, standIns.decode(rest), Set.of("dump"), Certainty.CERTAIN);
                default -> {}
            }
        }

        private void copy(String rest) {
            String lower = rest.toLowerCase(Locale.ROOT);
            int to = lower.indexOf(" to ");
            int from = lower.indexOf(" from ");
            int split = Math.max(to, from);
            if (split < 0) {
                return;
            }
            String file =
                    unquoted(rest.substring(split + (to > from ? 4 : 6)).strip().split("\\s", 2)[0]);
            String table = rest.substring(0, split).strip();
            if (to > from) {
                sink.name(EffectKind.DATABASE_READ, standIns.decode(table), Set.of("dump"), Certainty.CERTAIN);
                sink.path(EffectKind.FILE_WRITE, standIns.decode(file), Set.of("overwrite"), Certainty.CERTAIN);
            } else {
                sink.path(EffectKind.FILE_READ, standIns.decode(file), Set.of(), Certainty.CERTAIN);
                sink.name(EffectKind.DATABASE_CHANGE, standIns.decode(table), Set.of(), Certainty.CERTAIN);
            }
        }

        private static String unquoted(String text) {
            String file = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
            return file.replaceAll("^['\"]|['\"]$", "");
        }
    }
}
