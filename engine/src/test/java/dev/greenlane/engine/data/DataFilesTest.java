package dev.greenlane.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** The data files are YAML, and the small reader reads in them what a full one does. */
class DataFilesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "understand/code/python",
                "understand/code/javascript",
                "understand/code/perl",
                "understand/code/ruby",
                "understand/code/php",
                "understand/code/lua",
                "understand/code/r",
                "understand/code/groovy",
                "understand/code/julia",
                "understand/code/elixir",
                "understand/code/powershell",
                "consent/amounts",
                "consent/deeds",
                "consent/moods",
                "consent/sorts",
                "consent/verbs",
                "consent/operations",
                "consent/phrases",
                "consent/places"
            })
    void theSmallReaderAgreesWithAFullOne(String name) throws IOException {
        String text;
        try (InputStream in = DataLines.class.getResourceAsStream("/dev/greenlane/engine/" + name + ".yaml")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        LoadSettings settings =
                LoadSettings.builder().setSchema(new FailsafeSchema()).build();
        Map<String, Map<String, Object>> full = new HashMap<>();
        ((Map<?, ?>) new Load(settings).loadFromString(text)).forEach((section, lines) -> {
            Map<String, Object> all = new HashMap<>();
            ((Map<?, ?>) lines).forEach((names, value) -> all.put(names.toString(), value));
            full.put(section.toString(), all);
        });
        Map<String, Map<String, Object>> small = new HashMap<>();
        DataLines.read(text).forEach((section, lines) -> small.put(section, lines(lines)));
        assertThat(small).isEqualTo(full);
    }

    private static Map<String, Object> lines(List<DataLines.Line> lines) {
        Map<String, Object> all = new HashMap<>();
        for (DataLines.Line line : lines) {
            String names = String.join(", ", line.names());
            assertThat(all).doesNotContainKey(names);
            all.put(names, line.fields().containsKey("") ? line.fields().get("") : line.fields());
        }
        return all;
    }
}
