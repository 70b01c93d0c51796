package dev.greenlane.engine.understand.code.scan;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.code.CodeReader;
import dev.greenlane.engine.understand.code.CodeSink;
import dev.greenlane.engine.understand.code.StandIns;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.Set;

/** Understands scripts of {@code sed}: what they write, read and run. */
public final class SedCode implements CodeReader {

    @Override
    public void read(Value code, Span span, CodeSink sink) {
        StandIns standIns = new StandIns();
        new Walk(standIns.encode(code), standIns, sink).all();
    }

    private static final class Walk {

        private final String script;
        private final StandIns standIns;
        private final CodeSink sink;
        private int at;
        private int nextClose = -1;
        private int nextLine = -1;

        Walk(String script, StandIns standIns, CodeSink sink) {
            this.script = script;
            this.standIns = standIns;
            this.sink = sink;
        }

        void all() {
            while (at < script.length()) {
                address();
                if (at < script.length()) {
                    command(script.charAt(at++));
                }
            }
        }

        /** Goes over what stands before a command: numbers, patterns, blanks. */
        private void address() {
            while (at < script.length()) {
                char c = script.charAt(at);
                if (c == '/') {
                    at = closing(at, '/') + 1;
                    flags();
                } else if (c == '\\' && at + 1 < script.length()) {
                    at = closing(at + 1, script.charAt(at + 1)) + 1;
                    flags();
                } else if (Character.isDigit(c) || Character.isWhitespace(c) || ",$;!~+".indexOf(c) >= 0) {
                    at++;
                } else {
                    return;
                }
            }
        }

        private void flags() {
            while (at < script.length() && (script.charAt(at) == 'I' || script.charAt(at) == 'M')) {
                at++;
            }
        }

        private void command(char command) {
            switch (command) {
                case 'w', 'W' -> write(rest());
                case 'r', 'R' -> {
                    String file = rest();
                    if (!file.isEmpty() && !file.equals("/dev/stdin")) {
                        sink.path(EffectKind.FILE_READ, standIns.decode(file), Set.of(), Certainty.CERTAIN);
                    }
                }
                case 'e' -> {
                    String line = rest();
                    if (line.isEmpty()) {
                        sink.notUnderstood("sed e", "runs its input as commands");
                    } else {
                        sink.shell(standIns.decode(line));
                    }
                }
                case 's' -> replacement();
                case 'y' -> {
                    char mark = at < script.length() ? script.charAt(at) : '/';
                    at = closing(closing(at, mark), mark) + 1;
                }
                case 'a', 'i', 'c' -> text();
                case ':', 'b', 't', 'T', 'q', 'Q', 'l', 'L', '#' -> {
                    while (at < script.length()
                            && script.charAt(at) != '\n'
                            && (command == '#' || script.charAt(at) != ';' && script.charAt(at) != '}')) {
                        at++;
                    }
                }
                default -> {}
            }
        }

        /** The rest of the line. */
        private String rest() {
            int end = script.indexOf('\n', at);
            String rest = script.substring(at, end < 0 ? script.length() : end).strip();
            at = end < 0 ? script.length() : end;
            return rest;
        }

        private void write(String file) {
            if (!file.isEmpty() && !file.startsWith("/dev/std")) {
                sink.path(EffectKind.FILE_WRITE, standIns.decode(file), Set.of("overwrite"), Certainty.CERTAIN);
            }
        }

        /** Lines that are put in: up to a line end that no backslash hides. */
        private void text() {
            while (at < script.length() && script.charAt(at) != '\n') {
                at += script.charAt(at) == '\\' ? 2 : 1;
            }
        }

        private void replacement() {
            if (at >= script.length()) {
                return;
            }
            char mark = script.charAt(at);
            int middle = closing(at, mark);
            int end = closing(middle, mark);
            String replacement = middle + 1 <= end && end <= script.length()
                    ? script.substring(Math.min(middle + 1, script.length()), end)
                    : "";
            at = Math.min(end + 1, script.length());
            while (at < script.length()) {
                char flag = script.charAt(at);
                if (flag == 'w') {
                    at++;
                    write(rest());
                    return;
                }
                if (flag == 'e') {
                    sink.shell(standIns.decode(replacement));
                } else if (!Character.isLetterOrDigit(flag)) {
                    return;
                }
                at++;
            }
        }

        /** Where the next mark stands that neither a backslash nor brackets hide; the end of the script where there is none. */
        private int closing(int open, char mark) {
            boolean inClass = false;
            for (int i = open + 1; i < script.length(); i++) {
                char c = script.charAt(i);
                if (c == '\\') {
                    i++;
                } else if (c == '[' && !inClass) {
                    int first = i + (script.startsWith("^", i + 1) ? 2 : 1);
                    inClass = classEnd(first + 1) < lineEnd(i);
                    i = inClass ? first : i;
                } else if (c == ']') {
                    inClass = false;
                } else if (c == mark && !inClass) {
                    return i;
                }
            }
            return script.length();
        }

        /** Where the next bracket closes; behind the script where none does. */
        private int classEnd(int from) {
            if (nextClose < from) {
                int found = script.indexOf(']', from);
                nextClose = found < 0 ? Integer.MAX_VALUE : found;
            }
            return nextClose;
        }

        private int lineEnd(int from) {
            if (nextLine < from) {
                int found = script.indexOf('\n', from);
                nextLine = found < 0 ? script.length() : found;
            }
            return nextLine;
        }
    }
}
