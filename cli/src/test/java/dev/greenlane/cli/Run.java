package dev.greenlane.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a run of the command, in this process, returned and said. */
record Run(int code, String out, String err) {

    static Run of(String... arguments) {
        return of(new byte[0], arguments);
    }

    static Run with(String input, String... arguments) {
        return of(input.getBytes(StandardCharsets.UTF_8), arguments);
    }

    static Run of(byte[] input, String... arguments) {
        return in(Path.of("").toAbsolutePath(), Map.of("HOME", "/home/sam"), input, arguments);
    }

    static Run in(Path folder, Map<String, String> environment, byte[] input, String... arguments) {
        return under(Path.of("/nonexistent/managed.yaml"), folder, environment, input, arguments);
    }

    /** With an organisation's file. */
    static Run under(Path managed, Path folder, Map<String, String> environment, byte[] input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, false, StandardCharsets.UTF_8);
        int code = Greenlane.run(
                new Outside(new ByteArrayInputStream(input), outStream, errStream, environment, folder, managed),
                arguments);
        outStream.flush();
        errStream.flush();
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
