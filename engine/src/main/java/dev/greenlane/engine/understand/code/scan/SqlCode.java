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
import java.util.Optional;
import java.util.Set;

/** Understands SQL by the first words of its statements, and the meta-commands of its shells. */
public final class SqlCode implements CodeReader {

    private static final Grammar GRAMMAR = Grammar.of(Map.of(
            "line-comments", "--", "block-comments", "/* */", "quotes", "'\"", "backtick", "name", "doubled", "yes"));
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

    /** Functions that read a file of the server. */
    private static final Set<String> READ_FILES =
            Set.of("LOAD_FILE", "PG_READ_FILE", "PG_READ_BINARY_FILE", "PG_LS_DIR", "LO_IMPORT", "READFILE");

    /** Functions that change the server or what others do on it, with what is done. */
    private static final Map<String, Set<String>> ACTING = Map.of(
            "PG_TERMINATE_BACKEND", Set.of("stop"),
            "PG_CANCEL_BACKEND", Set.of("stop"),
            "PG_RELOAD_CONF", Set.of(),
            "PG_PROMOTE", Set.of(),
            "PG_DROP_REPLICATION_SLOT", Set.of("delete"),
            "PG_SWITCH_WAL", Set.of(),
            "SETVAL", Set.of());

    /** Columns of lists of sessions that say whose a session is, or on what. */
    private static final Set<String> HOLDERS = Set.of("USENAME", "DATNAME", "APPLICATION_NAME", "CLIENT_ADDR");

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
                new SqlMetaCommand(line.strip(), standIns, sink).tell();
            }
            statements.append(meta ? "" : line).append('\n');
        }
        List<Lexeme> statement = new ArrayList<>();
        for (Lexeme lexeme : Scanner.scan(GRAMMAR, statements.toString(), standIns)) {
            if (lexeme.is(";")) {
                tell(new SqlStatement(List.copyOf(statement)), sink);
                statement.clear();
            } else if (lexeme.kind() != Lexeme.Kind.LINE_END) {
                statement.add(lexeme);
            }
        }
        tell(new SqlStatement(List.copyOf(statement)), sink);
    }

    private static void tell(SqlStatement statement, CodeSink sink) {
        int verb = statement.verb();
        if (verb < 0) {
            return;
        }
        String word = statement.upper(verb);
        inside(statement, word, sink);
        Value table = statement.name(verb + 1);
        switch (word) {
            case "DROP" -> drop(statement, verb, sink);
            case "TRUNCATE" ->
                statement.names(verb + 1).forEach(one -> effect(EffectKind.DATABASE_DESTROY, one, Set.of(), sink));
            case "BEGIN" -> block(statement, verb, sink);
            case "DELETE" ->
                effect(
                        statement.filtered() ? EffectKind.DATABASE_CHANGE : EffectKind.DATABASE_DESTROY,
                        table,
                        statement.filtered() ? Set.of("delete", "filtered") : Set.of("delete", "unfiltered"),
                        sink);
            case "UPDATE" ->
                effect(EffectKind.DATABASE_CHANGE, table, statement.filtered() ? Set.of() : Set.of("unfiltered"), sink);
            case "INSERT", "REPLACE", "MERGE", "UPSERT" -> effect(EffectKind.DATABASE_CHANGE, table, Set.of(), sink);
            case "CREATE" -> create(statement, verb, sink);
            case "ALTER" -> alter(statement, verb, sink);
            case "RENAME", "COMMENT", "REINDEX", "CLUSTER" ->
                effect(EffectKind.DATABASE_CHANGE, table, Set.of("schema"), sink);
            case "GRANT", "REVOKE" -> effect(EffectKind.DATABASE_CHANGE, access(statement), Set.of("access"), sink);
            case "COPY", "UNLOAD" -> copy(statement, verb, sink);
            case "LOAD" -> {
                statement.texts().forEach(file -> sink.path(EffectKind.FILE_READ, file, Set.of(), Certainty.CERTAIN));
                effect(EffectKind.DATABASE_CHANGE, Value.of("load"), Set.of(), sink);
            }
            case "KILL" -> {
                Value last = statement.name(statement.size() - 1);
                effect(
                        EffectKind.DATABASE_CHANGE,
                        last.equals(Value.EMPTY) ? Value.of("kill") : last,
                        Set.of("stop"),
                        sink);
            }
            case "OPTIMIZE", "REFRESH" -> effect(EffectKind.DATABASE_CHANGE, table, Set.of(), sink);
            case "VACUUM" -> {
                if (statement.has("FULL")) {
                    effect(EffectKind.DATABASE_CHANGE, statement.from(verb).behind("FULL"), Set.of(), sink);
                }
            }
            case "SET" -> {
                if (statement.upper(verb + 1).equals("GLOBAL")
                        || statement.upper(verb + 1).equals("PERSIST")) {
                    effect(EffectKind.DATABASE_CHANGE, statement.name(verb + 2), Set.of(), sink);
                }
            }
            case "ATTACH", "DETACH", "CALL", "EXEC", "EXECUTE", "DO", "PURGE", "FLUSH", "RESET", "SHUTDOWN", "LOCK" ->
                effect(EffectKind.DATABASE_CHANGE, Value.of(word.toLowerCase(Locale.ROOT)), Set.of(), sink);
            case "SELECT", "TABLE", "VALUES", "SHOW", "DESCRIBE", "DESC", "EXPLAIN", "ANALYZE", "CHECK", "CHECKSUM" ->
                select(statement, verb, sink);
            case "START",
                    "COMMIT",
                    "END",
                    "ROLLBACK",
                    "SAVEPOINT",
                    "RELEASE",
                    "USE",
                    "PRAGMA",
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
    private static void block(SqlStatement statement, int begin, CodeSink sink) {
        if (!Set.of("TRANSACTION", "WORK", "TRAN", "IMMEDIATE", "EXCLUSIVE", "DEFERRED", "ISOLATION", "")
                .contains(statement.upper(begin + 1))) {
            tell(statement.from(begin + 1), sink);
        }
    }

    /** What stands inside a statement and is run, or read, whatever the statement is. */
    private static void inside(SqlStatement statement, String verb, CodeSink sink) {
        for (int i = 0; i < statement.size(); i++) {
            String word = statement.upper(i);
            if (word.equals("XP_CMDSHELL")) {
                statement.from(i).texts().stream().findFirst().ifPresent(sink::shell);
            } else if (READ_FILES.contains(word)) {
                statement.from(i).texts().stream()
                        .findFirst()
                        .ifPresent(file -> sink.path(EffectKind.FILE_READ, file, Set.of(), Certainty.CERTAIN));
            } else if (verb.equals("DO") && word.equals("BEGIN")) {
                block(statement, i, sink);
            }
        }
        if (RUN_TEXT.contains(verb) && !statement.has("XP_CMDSHELL")) {
            statement.texts().stream()
                    .filter(text -> text.prefix().strip().indexOf(' ') > 0)
                    .forEach(text -> sink.code("sql", text));
        }
        if (verb.equals("PREPARE") && statement.has("AS")) {
            for (int i = 0; i < statement.size(); i++) {
                if (statement.upper(i).equals("AS")) {
                    tell(statement.from(i + 1), sink);
                    return;
                }
            }
        }
    }

    private static void effect(EffectKind kind, Value name, Set<String> traits, CodeSink sink) {
        sink.name(kind, name, traits, Certainty.CERTAIN);
    }

    private static void drop(SqlStatement statement, int verb, CodeSink sink) {
        String thing = statement.upper(verb + 1);
        Value name = statement.name(verb + 1);
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
            statement.names(verb + 1).forEach(one -> effect(EffectKind.DATABASE_DESTROY, one, traits, sink));
        }
    }

    private static void create(SqlStatement statement, int verb, CodeSink sink) {
        boolean access = statement.has("USER") || statement.has("ROLE") || statement.has("LOGIN");
        effect(
                EffectKind.DATABASE_CHANGE,
                statement.name(verb + 1),
                access ? Set.of("access", "create") : Set.of("schema", "create"),
                sink);
    }

    private static void alter(SqlStatement statement, int verb, CodeSink sink) {
        String thing = statement.upper(verb + 1);
        Value name = thing.equals("SYSTEM") ? statement.name(verb + 3) : statement.name(verb + 1);
        boolean access = thing.equals("USER") || thing.equals("ROLE") || thing.equals("LOGIN");
        boolean drops = thing.equals("TABLE")
                && statement.has("DROP")
                && !statement.has("CONSTRAINT")
                && !statement.has("INDEX")
                && !statement.has("DEFAULT")
                && !statement.has("NULL");
        effect(
                EffectKind.DATABASE_CHANGE,
                name,
                access ? Set.of("access") : drops ? Set.of("schema", "delete") : Set.of("schema"),
                sink);
    }

    /** What rights are on, and whose they are. */
    private static Value access(SqlStatement statement) {
        Value object = statement.behind("ON");
        Value holder = statement.behind(statement.has("TO") ? "TO" : "FROM");
        if (object.equals(Value.EMPTY) || holder.equals(Value.EMPTY)) {
            return object.equals(Value.EMPTY) && holder.equals(Value.EMPTY) ? statement.name(1) : object.then(holder);
        }
        return object.then(Value.of(" ")).then(holder);
    }

    private static void copy(SqlStatement statement, int verb, CodeSink sink) {
        Value name = statement.name(verb + 1);
        if (statement.has("PROGRAM")) {
            statement.words().stream()
                    .filter(lexeme -> lexeme.kind() == Lexeme.Kind.TEXT)
                    .findFirst()
                    .ifPresent(program -> sink.shell(program.value()));
        } else {
            boolean from = statement.has("FROM");
            EffectKind kind = from ? EffectKind.FILE_READ : EffectKind.FILE_WRITE;
            statement.texts().stream()
                    .findFirst()
                    .filter(path -> path.prefix().indexOf('/') >= 0)
                    .ifPresent(path -> sink.path(kind, path, from ? Set.of() : Set.of("overwrite"), Certainty.CERTAIN));
        }
        effect(statement.has("FROM") ? EffectKind.DATABASE_CHANGE : EffectKind.DATABASE_READ, name, Set.of(), sink);
    }

    /** Whose sessions a condition chooses: {@code WHERE usename = 'etl'}. */
    private static Optional<Value> holder(SqlStatement statement) {
        for (int i = 0; i + 2 < statement.size(); i++) {
            Lexeme compared = statement.words().get(i + 2);
            if (HOLDERS.contains(statement.upper(i))
                    && statement.words().get(i + 1).is("=")
                    && compared.kind() == Lexeme.Kind.TEXT) {
                return Optional.of(compared.value());
            }
        }
        return Optional.empty();
    }

    private static void select(SqlStatement statement, int verb, CodeSink sink) {
        int from = verb;
        int depth = 0;
        while (from < statement.size() && !(depth == 0 && statement.upper(from).equals("FROM"))) {
            depth += statement.words().get(from).is("(")
                    ? 1
                    : statement.words().get(from).is(")") ? -1 : 0;
            from++;
        }
        Value table = from < statement.size() ? statement.name(from + 1) : Value.EMPTY;
        for (int i = verb; i + 2 < statement.size(); i++) {
            Set<String> traits = ACTING.get(statement.upper(i));
            if (traits != null && statement.words().get(i + 1).is("(")) {
                Value argument = statement.words().get(i + 2).value();
                boolean given = statement.words().get(i + 2).isOperand();
                Value told = given ? argument : Value.of(statement.upper(i).toLowerCase(Locale.ROOT));
                effect(EffectKind.DATABASE_CHANGE, holder(statement).orElse(told), traits, sink);
            }
        }
        for (int i = 0; i + 2 < statement.size(); i++) {
            if (statement.upper(i).equals("INTO")
                    && (statement.upper(i + 1).equals("OUTFILE")
                            || statement.upper(i + 1).equals("DUMPFILE"))) {
                sink.path(
                        EffectKind.FILE_WRITE,
                        statement.words().get(i + 2).value(),
                        Set.of("create"),
                        Certainty.CERTAIN);
            }
        }
        if (!table.equals(Value.EMPTY)) {
            effect(EffectKind.DATABASE_READ, table, Set.of(), sink);
        }
    }
}
