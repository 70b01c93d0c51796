package dev.greenlane.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A place that is built, and calls whose verdict depends on it.
 *
 * @param setUp lines of a shell script
 * @param earlier commands of the session that are run before
 */
record Situation(String file, String name, List<String> setUp, List<String> earlier, List<Case> cases) {

    /** @param passes whether it has to be allowed */
    record Case(String command, boolean passes) {}

    /** The situations of all files of a folder. */
    static List<Situation> read(Path folder) throws IOException {
        List<String> ways = Files.readAllLines(folder.resolve("ways.txt"));
        List<Situation> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".txt"))
                    .filter(each -> !each.endsWith("ways.txt"))
                    .sorted()
                    .toList()) {
                read(file, ways, all);
            }
        }
        return all;
    }

    private static void read(Path file, List<String> ways, List<Situation> all) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String text = line.length() < 2 ? "" : line.substring(2).strip();
            if (line.startsWith("==")) {
                String name = file.getFileName().toString().replace(".txt", "");
                all.add(new Situation(
                        name, line.substring(2).strip(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
            } else if (!text.isEmpty()) {
                all.get(all.size() - 1).add(line.charAt(0), text, ways);
            }
        }
    }

    private void add(char sign, String text, List<String> ways) {
        switch (sign) {
            case '$' -> setUp.add(text);
            case '>' -> earlier.add(text);
            case '+', '-' -> commands(text, ways).forEach(command -> cases.add(new Case(command, sign == '+')));
            default -> throw new IllegalArgumentException(name + ": " + sign + " " + text);
        }
    }

    private static List<String> commands(String text, List<String> ways) {
        int blank = text.indexOf(' ');
        String way = blank < 0 ? text : text.substring(0, blank);
        List<String> found = ways.stream()
                .filter(each -> each.startsWith(way + " "))
                .map(each -> each.substring(blank + 1).replace("{}", text.substring(blank + 1)))
                .toList();
        return found.isEmpty() ? List.of(text) : found;
    }
}
