package dev.greenlane.engine.understand.code.scan;

import dev.greenlane.engine.understand.code.StandIns;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes through a program from its beginning to its end, keeps what variables hold, and finds the calls that matter. */
final class Walker {

    private static final int DEEPEST = 120;
    private static final int LONGEST_NAME = 120;
    private static final Set<String> SKIPPED = Set.of(
            "new", "await", "return", "puts", "print", "echo", "async", "yield", "void", "typeof", "not", "else",
            "then", "do", "begin", "throw", "raise", "die", "p", "say", "printf", "println", "export", "default",
            "static");
    private static final Set<String> ENDING = Set.of(
            "if", "unless", "and", "or", "while", "until", "do", "rescue", "then", "end", "for", "foreach", "else",
            "in");

    private final Language language;
    private final Grammar grammar;
    private final StandIns standIns;
    private final MarkCalls calls;
    private final Map<String, Arg> variables;
    private final int codeDepth;
    private final List<Lexeme> lexemes;
    private int at;
    private int nesting;
    private int depth;

    Walker(Language language, String source, StandIns standIns, MarkCalls calls) {
        this(language, source, standIns, calls, new HashMap<>(), 0);
    }

    private Walker(
            Language language,
            String source,
            StandIns standIns,
            MarkCalls calls,
            Map<String, Arg> variables,
            int codeDepth) {
        this.language = language;
        this.grammar = language.grammar();
        this.standIns = standIns;
        this.calls = calls;
        this.variables = variables;
        this.codeDepth = codeDepth;
        this.lexemes = Scanner.scan(grammar, source, standIns);
    }

    /** Goes through code that stands inside this code, with the same variables. */
    void inside(Value code) {
        if (codeDepth < 4) {
            new Walker(language, standIns.encode(code), standIns, calls, variables, codeDepth + 1).all();
        }
    }

    /** Whether it starts processes without end. */
    boolean isForkBomb() {
        return ForkLoops.in(lexemes, grammar.forks());
    }

    void all() {
        while (at < lexemes.size()) {
            block();
            at++;
        }
    }

    /** Statements up to a closing brace that was not opened here. */
    private void block() {
        while (at < lexemes.size() && !here("}")) {
            if (isEnd() || here(")") || here("]")) {
                at++;
            } else if (here("{")) {
                braces();
            } else {
                int before = at;
                statement();
                at += at == before ? 1 : 0;
            }
        }
    }

    private void braces() {
        at++;
        if (depth >= DEEPEST) {
            return;
        }
        int outer = nesting;
        nesting = 0;
        depth++;
        block();
        depth--;
        nesting = outer;
        at++;
    }

    private boolean here(String mark) {
        return at < lexemes.size() && lexemes.get(at).is(mark);
    }

    private boolean ahead(int distance, String mark) {
        return at + distance < lexemes.size() && lexemes.get(at + distance).is(mark);
    }

    private boolean word(int distance) {
        return at + distance < lexemes.size() && lexemes.get(at + distance).kind() == Lexeme.Kind.WORD;
    }

    private boolean isEnd() {
        return here(";") || at < lexemes.size() && lexemes.get(at).kind() == Lexeme.Kind.LINE_END;
    }

    private void statement() {
        int start = at;
        while (isModifier()) {
            at++;
        }
        if (word(0) && (ahead(1, "=") || ahead(1, ":=") || ahead(1, "<-"))) {
            String name = lexemes.get(at).text();
            at += 2;
            variables.put(name, expression());
        } else if (word(0) && (ahead(1, ".=") || ahead(1, "+="))) {
            String name = lexemes.get(at).text();
            at += 2;
            variables.put(name, Arg.joined(variables.getOrDefault(name, Arg.NONE), expression()));
        } else if (at > start && (here("{") || here("(")) && destructures()) {
            return;
        } else if (word(0) && lexemes.get(at).text().equals("import") && !ahead(1, "(") && imports()) {
            return;
        } else {
            expression();
        }
    }

    /** Whether a word stands here that only says how the next one is meant; {@code File} in {@code File(…)} does not. */
    private boolean isModifier() {
        return word(0)
                && language.isModifier(lexemes.get(at).text())
                && (word(1)
                        || ahead(1, "{")
                        || ahead(1, "[")
                        || ahead(1, "(")
                                && Character.isLowerCase(lexemes.get(at).text().charAt(0)));
    }

    /** {@code {a, b: c} = require('m')}: names that stand for parts of a module. */
    private boolean destructures() {
        int close = Imports.destructured(lexemes, at);
        if (close < 0) {
            return false;
        }
        int open = at;
        at = close + 2;
        variables.putAll(Imports.parts(lexemes, open + 1, close, expression().type()));
        return true;
    }

    private boolean imports() {
        Optional<Imports.Found> found = Imports.imported(lexemes, at);
        found.ifPresent(names -> {
            variables.putAll(names.variables());
            at = names.end();
        });
        return found.isPresent();
    }

    /** A value up to a comma, a closing bracket or the end of the statement. */
    private Arg expression() {
        if (depth >= DEEPEST) {
            at++;
            return Arg.unknown("value");
        }
        depth++;
        Arg left = operand();
        while (at < lexemes.size() && !ends()) {
            Lexeme lexeme = lexemes.get(at);
            if (lexeme.kind() == Lexeme.Kind.LINE_END) {
                at++;
            } else if (lexeme.kind() == Lexeme.Kind.MARK) {
                at++;
                if (lexeme.is("=>") && here("{")) {
                    braces();
                } else if (at < lexemes.size() && !ends()) {
                    Arg right = operand();
                    left = grammar.joins().contains(lexeme.text())
                            ? Arg.joined(left, right)
                            : Arg.either(lexeme, left, right);
                }
            } else {
                int before = at;
                left = left.labelled(operand().labels());
                at += at == before ? 1 : 0;
            }
        }
        depth--;
        return left;
    }

    private boolean ends() {
        Lexeme lexeme = lexemes.get(at);
        return switch (lexeme.kind()) {
            case LINE_END -> nesting == 0 && !continues();
            case MARK ->
                switch (lexeme.text()) {
                    case ",", ";", ")", "]", "}" -> true;
                    default -> false;
                };
            case WORD -> ENDING.contains(lexeme.text()) && nesting == 0;
            default -> false;
        };
    }

    /** Whether the next line goes on with a method of this value. */
    private boolean continues() {
        int next = at;
        while (next < lexemes.size() && lexemes.get(next).kind() == Lexeme.Kind.LINE_END) {
            next++;
        }
        return next < lexemes.size()
                && (lexemes.get(next).is(".")
                        || lexemes.get(next).is("?.")
                        || lexemes.get(next).is("->"));
    }

    private Arg operand() {
        if (at >= lexemes.size()) {
            return Arg.NONE;
        }
        Lexeme lexeme = lexemes.get(at);
        return switch (lexeme.kind()) {
            case TEXT -> {
                at++;
                yield chain(resolved(lexeme), "text");
            }
            case SHELL -> {
                at++;
                calls.shell(resolved(lexeme));
                yield chain(Arg.unknown("output of a command"), "text");
            }
            case NUMBER -> {
                at++;
                yield Arg.of(lexeme.value());
            }
            case PATTERN -> {
                at++;
                lexeme.inner().forEach(code -> inside(standIns.decode(code)));
                yield Arg.unknown("pattern");
            }
            case LINE_END -> {
                at++;
                yield Arg.NONE;
            }
            case WORD -> path();
            case MARK -> marked(lexeme);
        };
    }

    private Arg marked(Lexeme lexeme) {
        switch (lexeme.text()) {
            case "[" -> {
                at++;
                List<Arg> elements = new ArrayList<>();
                elements("]", elements, new LinkedHashMap<>());
                return chain(Arg.list(elements), "list");
            }
            case "(" -> {
                at++;
                List<Arg> elements = new ArrayList<>();
                elements(")", elements, new LinkedHashMap<>());
                return chain(
                        elements.size() == 1 ? elements.get(0) : Arg.list(elements),
                        elements.size() == 1 ? elements.get(0).type() : "list");
            }
            case "{" -> {
                if (!isTable()) {
                    braces();
                    return Arg.unknown("block");
                }
                at++;
                Map<String, Arg> options = new LinkedHashMap<>();
                elements("}", new ArrayList<>(), options);
                return new Arg(
                        Value.unknown("a table", "is no text"),
                        List.of(),
                        false,
                        options,
                        "",
                        Arg.labels(options.values()));
            }
            case ")", "]", "}", ",", ";" -> {
                return Arg.NONE;
            }
            default -> {
                at++;
                return at < lexemes.size() && depth < DEEPEST && !ends() ? deeper() : Arg.NONE;
            }
        }
    }

    private Arg deeper() {
        depth++;
        Arg operand = operand();
        depth--;
        return operand;
    }

    /** Whether the brace here opens a table and not a block of statements. */
    private boolean isTable() {
        int next = at + 1;
        while (next < lexemes.size() && lexemes.get(next).kind() == Lexeme.Kind.LINE_END) {
            next++;
        }
        if (next + 1 >= lexemes.size()) {
            return false;
        }
        Lexeme first = lexemes.get(next);
        Lexeme second = lexemes.get(next + 1);
        return first.is("}")
                || first.is("...")
                || first.isOperand()
                        && (second.is(":") || second.is("=>") || second.is(",") || second.is("}") || second.is("="));
    }

    /** Values with commas between them up to a closing bracket, with and without names. */
    private void elements(String close, List<Arg> elements, Map<String, Arg> options) {
        nesting++;
        depth++;
        while (at < lexemes.size() && !here(close)) {
            if (here(",") || isEnd()) {
                at++;
                continue;
            }
            if (here(")") || here("]") || here("}") || depth >= DEEPEST) {
                if (depth < DEEPEST) {
                    break;
                }
                at++;
                continue;
            }
            int before = at;
            element(elements, options);
            at += at == before ? 1 : 0;
        }
        depth--;
        nesting--;
        at++;
    }

    private void element(List<Arg> elements, Map<String, Arg> options) {
        int symbol = here(":") ? 1 : 0;
        if (at + symbol < lexemes.size()
                && lexemes.get(at + symbol).isOperand()
                && (ahead(1 + symbol, "=>") || symbol == 0 && (ahead(1, ":") || ahead(1, "=")))
                && !ahead(2, "{")) {
            String name = lexemes.get(at + symbol).text();
            at += 2 + symbol;
            options.put(name.toLowerCase(Locale.ROOT), expression());
        } else if (at + symbol < lexemes.size()
                && lexemes.get(at + symbol).isOperand()
                && (ahead(1, ":") || ahead(1 + symbol, "=>"))
                && isNamedTable(symbol)) {
            String name = lexemes.get(at + symbol).text();
            at += 2 + symbol;
            options.put(name.toLowerCase(Locale.ROOT), expression());
        } else {
            Arg element = expression();
            elements.add(element);
            element.options().forEach(options::putIfAbsent);
        }
    }

    /** Whether behind {@code name =>} or {@code name:} stands a table and not the body of a function. */
    private boolean isNamedTable(int symbol) {
        int before = at;
        at += 2 + symbol;
        boolean table = here("{") && isTable();
        at = before;
        return table;
    }

    /** A name with what follows it: parts, calls, indexes. */
    private Arg path() {
        String word = lexemes.get(at).text();
        if (SKIPPED.contains(word) || isModifier()) {
            at++;
            return at < lexemes.size() && !ends() && depth < DEEPEST ? deeper() : Arg.NONE;
        }
        Value decoded = lexemes.get(at).value();
        at++;
        Arg base = variables.get(word);
        if (base == null) {
            base = decoded.hole().isPresent() ? Arg.of(decoded) : Arg.unknown(word);
        }
        return chain(base, base.type().isEmpty() ? word : base.type());
    }

    /** What follows a value that has this name. */
    private Arg chain(Arg first, String firstName) {
        Arg base = first;
        String name = firstName;
        while (at < lexemes.size()) {
            Lexeme lexeme = lexemes.get(at);
            if (lexeme.kind() == Lexeme.Kind.LINE_END && continues()) {
                at++;
            } else if (lexeme.kind() == Lexeme.Kind.MARK && grammar.paths().contains(lexeme.text()) && word(1)) {
                String part = lexemes.get(at + 1).text();
                at += 2;
                name = part.equals("new") ? name : longer(name, "." + part);
                if (language.isEnvironment(name.substring(0, Math.max(0, name.lastIndexOf('.'))))) {
                    base = Arg.environment(part);
                } else if (!here("(") && !here("=") && language.mark(name + ".").isPresent()) {
                    base = call(name + ".", base, new ArrayList<>(), new LinkedHashMap<>());
                }
            } else if (lexeme.is("(")) {
                at++;
                List<Arg> positional = new ArrayList<>();
                Map<String, Arg> options = new LinkedHashMap<>();
                elements(")", positional, options);
                base = call(name, base, positional, options);
                name = base.type().isEmpty() ? longer(name, "()") : base.type();
            } else if ((lexeme.is("[") || lexeme.is("{") && name.startsWith("$")) && isIndex(name)) {
                String close = lexeme.is("[") ? "]" : "}";
                at++;
                List<Arg> index = new ArrayList<>();
                elements(close, index, new LinkedHashMap<>());
                base = indexed(name, base, index);
                name = longer(name, "[]");
            } else if (lexeme.is("=") && language.mark(name + "=").isPresent()) {
                at++;
                base = call(name + "=", base, new ArrayList<>(List.of(expression())), new LinkedHashMap<>());
            } else if (grammar.bareCalls()
                    && startsArgument()
                    && language.mark(name).isPresent()) {
                return bareCall(name, base);
            } else {
                break;
            }
        }
        boolean alone = base.equals(first) && grammar.bareCalls() && !here("=>") && !isKey();
        if (alone && language.mark(name).filter(Mark::hasTopic).isPresent()) {
            return call(name, base, new ArrayList<>(), new LinkedHashMap<>());
        }
        return base.type().isEmpty() && !base.equals(first) ? base.typed(name) : base;
    }

    /** Whether the word before stands alone in the braces behind a table's name. */
    private boolean isKey() {
        if (!here("}") || at < 3 || !lexemes.get(at - 2).is("{")) {
            return false;
        }
        Lexeme table = lexemes.get(at - 3);
        return table.is("->")
                || table.kind() == Lexeme.Kind.WORD
                        && "$@%".indexOf(table.text().charAt(0)) >= 0;
    }

    /** A name with a further part; names that are too long to mean anything are cut. */
    private static String longer(String name, String part) {
        return name.length() + part.length() > LONGEST_NAME ? "…" : name + part;
    }

    private boolean isIndex(String name) {
        return !grammar.bareCalls() || language.mark(name).isEmpty();
    }

    private Arg indexed(String name, Arg base, List<Arg> index) {
        Optional<String> key =
                index.isEmpty() ? Optional.empty() : index.get(0).value().known();
        if (language.isEnvironment(name)) {
            String variable = key.orElseGet(
                    () -> index.isEmpty() ? "?" : index.get(0).value().display());
            return Arg.environment(variable);
        }
        if (base.list() && key.isPresent() && key.get().matches("\\d{1,4}")) {
            int number = Integer.parseInt(key.get());
            return number < base.elements().size() ? base.elements().get(number) : Arg.unknown(name);
        }
        return Arg.unknown(name + "[…]").labelled(base.labels());
    }

    /** Whether an argument without brackets begins here. */
    private boolean startsArgument() {
        Lexeme lexeme = lexemes.get(at);
        return switch (lexeme.kind()) {
            case TEXT, NUMBER, SHELL -> true;
            case WORD -> !ENDING.contains(lexeme.text());
            case MARK -> lexeme.is("[") || lexeme.is(":") || lexeme.is("\\") || lexeme.is("<") || lexeme.is("*");
            default -> false;
        };
    }

    private Arg bareCall(String name, Arg base) {
        List<Arg> positional = new ArrayList<>();
        Map<String, Arg> options = new LinkedHashMap<>();
        depth++;
        while (at < lexemes.size() && depth < DEEPEST) {
            if (here(",")) {
                at++;
                while (at < lexemes.size() && lexemes.get(at).kind() == Lexeme.Kind.LINE_END) {
                    at++;
                }
                continue;
            }
            if (ends() || here("||") || here("&&")) {
                break;
            }
            int before = at;
            element(positional, options);
            at += at == before ? 1 : 0;
        }
        depth--;
        return call(name, base, positional, options);
    }

    private Arg call(String name, Arg base, List<Arg> positional, Map<String, Arg> options) {
        return calls.call(this, language.canonical(name), base, positional, options);
    }

    /** A text in which known variables, and what code in it gives, are put in their places. */
    private Arg resolved(Lexeme text) {
        if (text.value().hasNoHole()) {
            return Arg.of(text.value());
        }
        Arg result = Arg.NONE;
        for (Piece piece : text.value().pieces()) {
            Arg part = Arg.of(new Value(List.of(piece)));
            result = Arg.joined(
                    result,
                    piece instanceof Piece.Hole hole
                            ? filled(hole, text.inner()).orElse(part)
                            : part);
        }
        return result;
    }

    private Optional<Arg> filled(Piece.Hole hole, List<String> inner) {
        String expression = hole.name().startsWith("$") && !inner.contains(hole.name())
                ? hole.name().substring(1)
                : hole.name();
        if (inner.contains(expression)) {
            return codeDepth < 4
                    ? Optional.of(
                            new Walker(language, expression, standIns, calls, variables, codeDepth + 1).expression())
                    : Optional.empty();
        }
        if (hole.name().startsWith("process.env.")) {
            return Optional.of(Arg.environment(hole.name().substring(12)));
        }
        if (hole.name().matches("\\$ENV\\{\\w+\\}")) {
            return Optional.of(
                    Arg.environment(hole.name().substring(5, hole.name().length() - 1)));
        }
        return Optional.ofNullable(variables.get(hole.name()));
    }
}
