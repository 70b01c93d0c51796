package dev.greenlane.engine.understand.code.powershell;

import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Places that PowerShell shows as drives and that are no files: the registry, variables. */
final class Providers {

    private static final Pattern DRIVE = Pattern.compile(
            "(?i)(?:microsoft\\.powershell\\.core\\\\)?([a-z_]{2,30}):{1,2}[\\\\/]?(.*)", Pattern.DOTALL);
    private static final Set<String> OF_THE_SCRIPT = Set.of("env", "function", "variable", "alias");

    private Providers() {}

    /**
     * The command that does the same to a place that is no file; without words where nothing outside the script changes. Empty
     * where the path is one of files.
     */
    static Optional<List<Value>> command(EffectKind kind, Value path, @Nullable Word name, @Nullable Word value) {
        Matcher drive = DRIVE.matcher(path.prefix());
        if (!drive.matches()) {
            return Optional.empty();
        }
        String provider = drive.group(1).toLowerCase(Locale.ROOT);
        if (OF_THE_SCRIPT.contains(provider)) {
            return Optional.of(List.of());
        }
        boolean registry = provider.startsWith("hk") || provider.equals("registry");
        if (!registry) {
            return provider.equals("filesystem")
                    ? Optional.empty()
                    : Optional.of(List.of(Value.of("set-" + provider + "-drive"), path));
        }
        String key = provider.equals("registry")
                ? drive.group(2)
                : provider.toUpperCase(Locale.ROOT) + "\\" + drive.group(2);
        List<Value> words = new ArrayList<>(List.of(Value.of("reg"), Value.of(verb(kind))));
        words.add(Value.of(key.replace('/', '\\'))
                .then(path.withoutPrefix(path.prefix().length())));
        if (name != null) {
            words.addAll(List.of(Value.of("/v"), name.value()));
        }
        if (value != null) {
            words.addAll(List.of(Value.of("/d"), value.value()));
        }
        return Optional.of(words);
    }

    private static String verb(EffectKind kind) {
        return switch (kind) {
            case FILE_READ -> "query";
            case FILE_DELETE -> "delete";
            default -> "add";
        };
    }
}
