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
            Map<String, Object> said = object(judged, "ruling");
            if (judged.get("case") instanceof String key
                    && said.get("verdict") instanceof String verdict
                    && said.get("rule") instanceof String rule) {
                rulings.putIfAbsent(
                        key,
                        new Ruling(
                                Outcome.valueOf(verdict.toUpperCase(Locale.ROOT)),
                                rule,
                                String.valueOf(said.getOrDefault("reason", "")),
                                Optional.ofNullable(said.get("quote")).map(String::valueOf)));
            }
        } catch (NotJson | IllegalArgumentException e) {
            return;
        }
    }

    private static Map<String, Object> object(Map<String, Object> of, String name) {
        return Json.asObject(of.getOrDefault(name, Map.of())).orElse(Map.of());
    }
}
