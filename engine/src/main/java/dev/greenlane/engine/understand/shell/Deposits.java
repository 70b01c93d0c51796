package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.understand.trail.Content;
import dev.greenlane.engine.understand.trail.Content.Form;
import dev.greenlane.engine.understand.trail.Trail;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What this call and earlier ones of the session have put into files. Paths are in normal form. Not thread-safe; one per call.
 */
final class Deposits {

    /** Labels that stay with whatever is packed or copied together with such data. */
    private static final Set<DataLabel> STICKY = EnumSet.of(DataLabel.CREDENTIAL, DataLabel.PRIVATE);

    /** What the paths of files in containers and on other machines begin with; they do not outlive the call. */
    static final String ELSEWHERE = "::";

    private final Trail earlier;
    private final Map<String, Content> written = new LinkedHashMap<>();
    private boolean anyFetched;

    Deposits(Trail earlier) {
        this.earlier = earlier;
        this.anyFetched = earlier.hasFetched();
    }

    /** The number of this call in its session. */
    int call() {
        return earlier.calls();
    }

    /** Whether this call itself has put nothing into files yet. */
    boolean isUntouched() {
        return written.isEmpty();
    }

    boolean isEmpty() {
        return written.isEmpty() && earlier.files().isEmpty();
    }

    void put(String path, Flow data) {
        put(path, data, Form.FILE);
    }

    void put(String path, Flow data, Form form) {
        written.put(path, data.content(call(), form));
        anyFetched |= form != Form.FILE || data.labels().contains(DataLabel.FETCHED);
    }

    /** What the nearest folder at or above a path was filled with that came from the network; a copy of such a folder counts. */
    Optional<Content> filledFromOutside(String path) {
        if (!anyFetched) {
            return Optional.empty();
        }
        for (String folder = path; !folder.isEmpty(); folder = above(folder)) {
            Optional<Content> tree = content(folder).flatMap(this::tree);
            if (tree.isPresent()) {
                return tree;
            }
        }
        return Optional.empty();
    }

    /** Whether anything in the files comes from the network. */
    boolean hasFetched() {
        return anyFetched;
    }

    /** Whether something was unpacked or cloned to this very path. */
    boolean isFilled(String path) {
        return anyFetched
                && content(path).filter(content -> content.form() != Form.FILE).isPresent();
    }

    /** What a folder was filled with: this, or what it is a copy of. */
    private Optional<Content> tree(Content content) {
        if (!content.labels().contains(DataLabel.FETCHED)) {
            return Optional.empty();
        }
        return content.form() != Form.FILE
                ? Optional.of(content)
                : content.through().stream()
                        .flatMap(station -> content(station.path()).stream())
                        .filter(source -> source.form() != Form.FILE)
                        .findFirst();
    }

    private static String above(String path) {
        int slash = path.lastIndexOf('/');
        return slash > 0 ? path.substring(0, slash) : "";
    }

    /** What was put into this very file. */
    Optional<Flow> at(String path) {
        return content(path).map(content -> Flow.from(content, path));
    }

    /** What this call itself has put into this very file. */
    Optional<Flow> ofThisCall(String path) {
        return Optional.ofNullable(written.get(path)).map(content -> Flow.from(content, path));
    }

    private Optional<Content> content(String path) {
        Content own = written.get(path);
        return own != null ? Optional.of(own) : earlier.at(path).or(() -> fromUnknownFolder(path));
    }

    /** Where nobody knows the working directory, a file whose whole path is known may be the one that is meant. */
    private Optional<Content> fromUnknownFolder(String path) {
        if (path.isEmpty() || "/~.$?".indexOf(path.charAt(0)) >= 0) {
            return Optional.empty();
        }
        String ending = "/" + path;
        return earlier.files().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(ending))
                .map(Map.Entry::getValue)
                .reduce((older, newer) -> newer);
    }

    /** Secrets and private data that lie below a folder, or in a file of a folder that they were put into as a whole. */
    Optional<Flow> around(String path) {
        return around(path, written).or(() -> around(path, earlier.files()));
    }

    private static Optional<Flow> around(String path, Map<String, Content> files) {
        for (Map.Entry<String, Content> entry : files.entrySet()) {
            Content content = entry.getValue();
            if (content.labels().stream().anyMatch(STICKY::contains)
                    && (isBelow(entry.getKey(), path) || isBelow(path, entry.getKey()))) {
                Set<DataLabel> labels = EnumSet.copyOf(content.labels());
                labels.retainAll(STICKY);
                return Optional.of(
                        Flow.from(content, entry.getKey()).withoutText().onlyLabels(labels));
            }
        }
        return Optional.empty();
    }

    private static boolean isBelow(String path, String folder) {
        return folder.equals(".")
                ? !path.startsWith("/") && !path.startsWith("~") && !path.startsWith("..")
                : path.length() > folder.length() && path.startsWith(folder) && path.charAt(folder.length()) == '/';
    }

    /** What the session leaves after this call. */
    Trail left() {
        written.keySet().removeIf(path -> path.startsWith(ELSEWHERE));
        return earlier.after(written);
    }
}
