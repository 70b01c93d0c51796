package dev.greenlane.agents.install;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Problems;
import dev.greenlane.engine.data.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The places of hooks that come with Greenlane. Stateless. */
public final class HookPlaces {
    private HookPlaces() {}

    /** Every agent that hooks can be put into. */
    public static List<HookPlace> all() {
        Problems problems = new Problems();
        Optional<Data> data = Yaml.read("places.yaml", resource("places.yaml"), problems);
        if (!problems.isEmpty() || !(data.orElse(null) instanceof Data.Items items)) {
            throw new IllegalStateException("places.yaml: " + problems.list());
        }
        return items.items().stream().map(item -> place((Data.Entries) item)).toList();
    }

    private static HookPlace place(Data.Entries entry) {
        String content = text(entry, "entry")
                .or(() -> text(entry, "file"))
                .or(() -> text(entry, "resource").map(HookPlaces::resource))
                .orElseThrow();
        return new HookPlace(
                text(entry, "agent").orElseThrow(),
                text(entry, "program").orElseThrow(),
                text(entry, "user").orElseThrow(),
                text(entry, "project"),
                entry.get("at").map(HookPlaces::names).orElse(List.of()),
                text(entry, "entry").isPresent() ? content.strip() : content,
                text(entry, "version"),
                text(entry, "probe").orElseThrow(),
                text(entry, "probe-event").orElseThrow(),
                text(entry, "note"),
                entry.get("run").map(run -> door((Data.Entries) run)));
    }

    private static RunDoor door(Data.Entries run) {
        Map<String, String> beside = new LinkedHashMap<>();
        run.get("beside").stream()
                .flatMap(files -> ((Data.Entries) files).entries().stream())
                .forEach(file -> beside.put(file.name(), ((Data.Text) file.value()).text()));
        return new RunDoor(
                run.get("words").map(HookPlaces::names).orElse(List.of()),
                text(run, "variable"),
                text(run, "value").orElse(""),
                text(run, "file").orElseThrow(),
                beside,
                text(run, "unless").map(Path::of));
    }

    private static List<String> names(Data data) {
        return ((Data.Items) data)
                .items().stream().map(item -> ((Data.Text) item).text()).toList();
    }

    private static Optional<String> text(Data.Entries entry, String name) {
        return entry.get(name).map(value -> ((Data.Text) value).text());
    }

    private static String resource(String name) {
        try (InputStream in = HookPlaces.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
