package dev.greenlane.cli.drive;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Problems;
import dev.greenlane.engine.data.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The agents that can be made to run by themselves. Stateless. */
public final class Clients {
    private static final String FILE = "clients.yaml";

    private Clients() {}

    /** All of them. */
    public static List<Client> all() {
        Problems problems = new Problems();
        Optional<Data> data = Yaml.read(FILE, text(), problems);
        if (!problems.isEmpty() || !(data.orElse(null) instanceof Data.Items items)) {
            throw new IllegalStateException(FILE + ": " + problems.list());
        }
        return items.items().stream().map(item -> client((Data.Entries) item)).toList();
    }

    /** The one with this id. */
    public static Optional<Client> of(String agent) {
        return all().stream().filter(client -> client.agent().equals(agent)).findFirst();
    }

    private static Client client(Data.Entries entry) {
        return new Client(
                text(entry, "agent"),
                text(entry, "package"),
                text(entry, "version"),
                texts(entry, "tools"),
                text(entry, "input"),
                named(entry, "environment"),
                named(entry, "files"),
                texts(entry, "before"),
                texts(entry, "words"),
                texts(entry, "trusting"),
                text(entry, "quick").equals("yes"));
    }

    private static String text(Data.Entries entry, String name) {
        return ((Data.Text) entry.get(name).orElseThrow()).text();
    }

    private static List<String> texts(Data.Entries entry, String name) {
        return entry.get(name).map(value -> ((Data.Items) value).items()).orElse(List.of()).stream()
                .map(item -> ((Data.Text) item).text())
                .toList();
    }

    private static Map<String, String> named(Data.Entries entry, String name) {
        Map<String, String> named = new LinkedHashMap<>();
        entry.get(name).map(value -> ((Data.Entries) value).entries()).orElse(List.of()).stream()
                .forEach(each -> named.put(each.name(), ((Data.Text) each.value()).text()));
        return named;
    }

    private static String text() {
        try (InputStream in = Clients.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
