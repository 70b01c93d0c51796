package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.understand.project.NpmPackage;
import dev.greenlane.engine.value.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Secrets that lie in a folder which is packed as a whole, to be published. */
final class PackedSecrets {

    /** The trait of effects that pack a folder. */
    static final String TRAIT = "packs";

    private static final int LARGEST_FILE = 256 * 1024;

    /** Files that lie beside the sources and hold secrets. */
    private static final List<String> NAMES = List.of(
            ".env",
            ".env.local",
            ".env.production",
            ".env.development",
            ".env.staging",
            ".netrc",
            ".pypirc",
            "id_rsa",
            "id_ed25519",
            "credentials.json",
            "service-account.json",
            "server.key",
            "private.key",
            "private.pem",
            "key.pem");

    private final Work work;
    private final FileAccess.From from;

    PackedSecrets(Work work, FileAccess.From from) {
        this.work = work;
        this.from = from;
    }

    /** The secrets that are packed with a folder. */
    Flow in(Value folder) {
        List<String> secrets = NAMES.stream()
                .filter(name -> stands(below(folder, name)))
                .filter(name -> data(folder, name).labels().contains(DataLabel.CREDENTIAL))
                .toList();
        if (secrets.isEmpty()) {
            return Flow.NONE;
        }
        NpmPackage packed = NpmPackage.read(
                text(folder, "package.json").orElse(""),
                text(folder, ".npmignore").or(() -> text(folder, ".gitignore")).orElse(""));
        return Flow.all(secrets.stream()
                .filter(packed::takes)
                .map(name -> data(folder, name).onlyLabels(EnumSet.of(DataLabel.CREDENTIAL)))
                .toList());
    }

    private Flow data(Value folder, String name) {
        return work.files().data(below(folder, name), from);
    }

    private boolean stands(Value file) {
        return work.files().written(file, from).isPresent()
                || path(file)
                        .filter(at -> from.scene().files().kind(at) == Files.Kind.FILE)
                        .isPresent();
    }

    private Optional<String> text(Value folder, String name) {
        Value file = below(folder, name);
        return work.files()
                .written(file, from)
                .flatMap(Flow::text)
                .flatMap(Value::known)
                .or(() -> path(file).flatMap(at -> from.scene().files().text(at, LARGEST_FILE)));
    }

    private Optional<String> path(Value file) {
        return from.scene().paths().absolute(file, from.folder());
    }

    private static Value below(Value folder, String name) {
        return folder.then(Value.of("/" + name));
    }
}
