package dev.greenlane.service.judge;

import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.models.judge.Ruling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Rulings in a file, by the names of their cases: what a judge said once is said again. A line is {@code {"case":…,"ruling":{…}}},
 * or an entry of the ledger that has such in its facts. Of a case that stands there twice the first ruling counts. Not thread-safe.
 */
public final class RulingBook {
    private final Path file;
    private final Map<String, Ruling> rulings = new HashMap<>();

    private RulingBook(Path file) {
        this.file = file;
    }

    /** Reads the file; one that is not there is empty. Lines that hold no ruling are passed over. */
    public static RulingBook open(Path file) throws IOException {
        RulingBook book = new RulingBook(file);
        try {
            for (String line : Files.readAllLines(file)) {
                book.read(line);
            }
        } catch (NoSuchFileException e) {
            return book;
        }
        return book;
    }

    /** The ruling on a case. */
    public Optional<Ruling> find(String key) {
        return Optional.ofNullable(rulings.get(key));
    }

    /** Writes a ruling down. */
    public void add(String key, Ruling ruling) throws IOException {
        rulings.put(key, ruling);
        Files.write(
                file,
                List.of(Json.line(json(key, ruling))),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);
    }

    /** A ruling as it is written down. */
    public static Map<String, Object> json(String key, Ruling ruling) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("verdict", ruling.outcome().name().toLowerCase(Locale.ROOT));
        said.put("rule", ruling.rule());
        said.put("reason", ruling.reason());
        ruling.quote().ifPresent(quote -> said.put("quote", quote));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("case", key);
        json.put("ruling", said);
        return json;
    }

    private void read(String line) {
        try {
            Map<String, Object> fields = Json.object(line);
            Map<String, Object> facts = object(fields, "facts");
            Map<String, Object> judged = facts.isEmpty() ? fields : object(facts, "judge");
            if (judged.get("case") instanceof String key) {
                ruling(judged).ifPresent(ruling -> rulings.putIfAbsent(key, ruling));
            }
        } catch (NotJson e) {
            return;
        }
    }

    /** The ruling that was written down; empty where there is none. */
    public static Optional<Ruling> ruling(Map<String, Object> json) {
        Map<String, Object> said = object(json, "ruling");
        Optional<Outcome> outcome = Arrays.stream(Outcome.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(said.get("verdict")))
                .findFirst();
        return outcome.map(each -> new Ruling(
                each,
                String.valueOf(said.getOrDefault("rule", "")),
                String.valueOf(said.getOrDefault("reason", "")),
                Optional.ofNullable(said.get("quote")).map(String::valueOf)));
    }

    private static Map<String, Object> object(Map<String, Object> of, String name) {
        return Json.asObject(of.getOrDefault(name, Map.of())).orElse(Map.of());
    }
}
