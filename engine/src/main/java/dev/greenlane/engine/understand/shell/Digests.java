package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digests that a call itself names and has a program compare with files: {@code echo "HASH  FILE" | sha256sum -c}. */
final class Digests {

    private static final Set<String> PROGRAMS =
            Set.of("sha256sum", "sha384sum", "sha512sum", "b2sum", "b3sum", "shasum");
    private static final Set<String> CHECK = Set.of("-c", "--check");

    /** A line with a digest of at least 256 bits. */
    private static final Pattern LINE = Pattern.compile("(?m)^(?:[0-9a-fA-F]{64}|[0-9a-fA-F]{96,128}) [ *](\\S+)\\s*$");

    private Digests() {}

    /** The files that a program compares with digests that stand in its input. */
    static List<Value> checked(String program, List<Argument> arguments, Flow input) {
        boolean checks = PROGRAMS.contains(program)
                && arguments.stream()
                        .anyMatch(word ->
                                word.value().known().filter(CHECK::contains).isPresent());
        if (!checks) {
            return List.of();
        }
        return input.text().flatMap(Value::known).map(Digests::files).orElse(List.of());
    }

    private static List<Value> files(String text) {
        Matcher line = LINE.matcher(text);
        return line.results().map(found -> Value.of(found.group(1))).toList();
    }
}
