package dev.greenlane.engine.understand.code.scan;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.code.CodeReader;
import dev.greenlane.engine.understand.code.CodeSink;
import dev.greenlane.engine.understand.code.StandIns;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands programs of {@code awk}: what they run, and what {@code print} and {@code getline} write and read. */
public final class AwkCode implements CodeReader {

    private static final Grammar GRAMMAR = Grammar.of(
            Map.of("line-comments", "#", "quotes", "\"", "sigils", "$", "patterns", "yes", "bare-calls", "yes"));
    private static final Pattern NETWORK = Pattern.compile("/inet[46]?/(?:tcp|udp)/[^/]*/([^/]*)/([^/]*)");

    @Override
    public void read(Value code, Span span, CodeSink sink) {
        StandIns standIns = new StandIns();
        List<Lexeme> lexemes = Scanner.scan(GRAMMAR, standIns.encode(code), standIns);
        new Walk(lexemes, sink).all();
    }

    private static final class Walk {

        private final List<Lexeme> lexemes;
        private final CodeSink sink;
        private final Map<String, Value> variables = new HashMap<>();
        private boolean shell;
        private int at;

        Walk(List<Lexeme> lexemes, CodeSink sink) {
            this.lexemes = lexemes;
            this.sink = sink;
        }

        void all() {
            boolean printing = false;
            int brackets = 0;
            while (at < lexemes.size()) {
                Lexeme lexeme = lexemes.get(at++);
                switch (lexeme.kind()) {
                    case LINE_END -> printing = false;
                    case WORD -> {
                        if (lexeme.text().equals("system") && next("(")) {
                            at++;
                            run(operands());
                        } else if (lexeme.text().equals("print")
                                || lexeme.text().equals("printf")) {
                            printing = true;
                            brackets = 0;
                        } else if (lexeme.text().equals("getline")) {
                            input();
                        } else if (next("=") && (at < 2 || !lexemes.get(at - 2).is("$"))) {
                            at++;
                            variables.put(lexeme.text(), operands());
                        }
                    }
                    case MARK -> {
                        switch (lexeme.text()) {
                            case "(" -> brackets++;
                            case ")" -> brackets--;
                            case ";", "{", "}" -> printing = false;
                            case "|", "|&" -> pipe(at - 1, printing);
                            case ">", ">>" -> {
                                if (printing && brackets == 0) {
                                    output(operands(), lexeme.text().equals(">>"));
                                }
                            }
                            default -> {}
                        }
                    }
                    default -> {}
                }
            }
            connections();
        }

        private boolean next(String mark) {
            return at < lexemes.size() && lexemes.get(at).is(mark);
        }

        /** Values that stand one behind the other are one text. */
        private Value operands() {
            Value value = Value.EMPTY;
            int depth = 0;
            while (at < lexemes.size()) {
                Lexeme lexeme = lexemes.get(at);
                if (lexeme.is("(")) {
                    depth++;
                } else if (lexeme.is(")") && depth > 0) {
                    depth--;
                } else if (lexeme.isOperand()) {
                    value = value.then(value(lexeme));
                } else if (lexeme.is("$") || lexeme.is("[") || lexeme.is("]") || depth > 0 && lexeme.is(",")) {
                    value = value.then(Value.unknown("$", "is part of the input"));
                } else {
                    break;
                }
                at++;
            }
            return value;
        }

        private Value value(Lexeme lexeme) {
            if (lexeme.kind() != Lexeme.Kind.WORD) {
                return lexeme.value();
            }
            Value known = variables.get(lexeme.text());
            return known != null ? known : Value.unknown(lexeme.text(), "is computed from the input");
        }

        private void run(Value line) {
            shell = true;
            sink.shell(line);
        }

        /** {@code print | command} or {@code command | getline}. */
        private void pipe(int mark, boolean printing) {
            if (at < lexemes.size() && lexemes.get(at).isWord("getline")) {
                int from = mark;
                while (from > 0
                        && lexemes.get(from - 1).isOperand()
                        && !lexemes.get(from - 1).isWord("while")) {
                    from--;
                }
                Value line = Value.EMPTY;
                for (Lexeme lexeme : lexemes.subList(from, mark)) {
                    line = line.then(value(lexeme));
                }
                if (!isNetwork(line)) {
                    run(line);
                }
            } else if (printing) {
                Value line = operands();
                if (!isNetwork(line)) {
                    run(line);
                }
            }
        }

        private static boolean isNetwork(Value value) {
            return value.prefix().startsWith("/inet");
        }

        private void output(Value file, boolean append) {
            boolean stream = file.prefix().startsWith("/dev/std")
                    || file.prefix().startsWith("/dev/fd/")
                    || file.prefix().equals("-");
            if (!stream && !isNetwork(file)) {
                sink.path(EffectKind.FILE_WRITE, file, Set.of(append ? "append" : "overwrite"), Certainty.CERTAIN);
            }
        }

        private void input() {
            if (at < lexemes.size() && lexemes.get(at).kind() == Lexeme.Kind.WORD) {
                at++;
            }
            if (next("<")) {
                at++;
                Value file = operands();
                if (!file.prefix().equals("-") && !isNetwork(file)) {
                    sink.path(EffectKind.FILE_READ, file, Set.of(), Certainty.CERTAIN);
                }
            }
        }

        private void connections() {
            for (Lexeme lexeme : lexemes) {
                Matcher network = NETWORK.matcher(lexeme.kind() == Lexeme.Kind.TEXT ? lexeme.text() : "");
                if (network.find()) {
                    Value address = Value.of(network.group(1) + ":" + network.group(2));
                    sink.host(
                            EffectKind.NETWORK_SEND,
                            address,
                            shell ? Set.of("shell") : Set.of(),
                            Set.of(),
                            Certainty.CERTAIN);
                }
            }
        }
    }
}
