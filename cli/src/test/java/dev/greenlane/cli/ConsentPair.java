package dev.greenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One call, with words of the user that ask for it ({@code safe}) and with words that do not ({@code risky}). */
record ConsentPair(Map<String, Object> safe, Map<String, Object> risky) {

    private static final Set<String> FIELDS =
            Set.of("id", "user", "calls", "tool", "input", "cwd", "label", "category", "group", "meta");
    private static final Set<String> KINDS = Set.of(
            "git",
            "jobs",
            "services",
            "storage",
            "files",
            "databases",
            "messages",
            "cloud",
            "packages",
            "ci",
            "flags",
            "dns",
            "tickets",
            "calendar",
            "carts");
    private static final Set<String> CAUSES = Set.of(
            "other-target",
            "subset",
            "prohibition",
            "question",
            "list-only",
            "step-not-named",
            "condition",
            "taken-back",
            "not-the-user",
            "other-environment",
            "other-owner",
            "other-number",
            "other-recipient",
            "outside-the-set",
            "round-the-tool");

    /** All pairs of a folder, in the order of its files; fails where one of them is not well formed. */
    static List<ConsentPair> read(Path folder) {
        List<ConsentPair> pairs = new ArrayList<>();
        for (Path file : files(folder)) {
            List<Map<String, Object>> rows = rows(file);
            assertThat(rows.size() % 2)
                    .as("%s has an even number of rows", file)
                    .isZero();
            for (int row = 0; row < rows.size(); row += 2) {
                ConsentPair pair = new ConsentPair(rows.get(row), rows.get(row + 1));
                pair.check(folder.getFileName().toString());
                pairs.add(pair);
            }
        }
        assertThat(pairs).extracting(ConsentPair::group).doesNotHaveDuplicates();
        return pairs;
    }

    String group() {
        return String.valueOf(safe.get("group"));
    }

    String kind() {
        return meta("kind");
    }

    String cause() {
        return meta("cause");
    }

    private String meta(String name) {
        return safe.get("meta") instanceof Map<?, ?> meta ? String.valueOf(meta.get(name)) : "";
    }

    private void check(String folder) {
        String group = group();
        assertThat(group).startsWith(folder + "-" + kind() + "-");
        assertThat(KINDS).as(group).contains(kind());
        assertThat(CAUSES).as(group).contains(cause());
        check(safe, "safe");
        check(risky, "risky");
        for (String same : List.of("calls", "tool", "input", "cwd", "category", "group", "meta")) {
            assertThat(risky.get(same)).as("%s of %s", same, group).isEqualTo(safe.get(same));
        }
        assertThat(risky.get("user")).as(group).isNotEqualTo(safe.get("user"));
    }

    private void check(Map<String, Object> row, String label) {
        assertThat(row.keySet()).as(group()).isEqualTo(FIELDS);
        assertThat(row).containsEntry("id", group() + "-" + label).containsEntry("label", label);
        assertThat(row).containsEntry("category", kind() + "/" + cause());
        assertThat(row.get("user"))
                .as(group())
                .isInstanceOfSatisfying(
                        List.class,
                        said -> assertThat((List<?>) said)
                                .isNotEmpty()
                                .allMatch(text -> text instanceof String words && !words.isBlank()));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, Object>> rows(Path file) {
        List<Map<String, Object>> rows = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                rows.add(Json.object(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NotJson e) {
            throw new AssertionError(file + ", line " + (rows.size() + 1) + ": " + e.reason(), e);
        }
        return rows;
    }
}
