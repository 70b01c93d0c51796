package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.PathTarget;
import dev.greenlane.engine.understand.target.EffectLog;
import dev.greenlane.engine.understand.target.PathReader;
import dev.greenlane.engine.understand.trail.Content;
import dev.greenlane.engine.understand.trail.Content.Form;
import dev.greenlane.engine.understand.trail.Trail;
import dev.greenlane.engine.value.Value;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Files that commands read and write: the effects of doing so, and the data that goes in and comes out. */
final class FileAccess {

    private final EffectLog log;
    private final Deposits deposits;
    private final Set<String> built = new HashSet<>();
    private final Set<String> checked = new HashSet<>();
    private final NamedPipes pipes = new NamedPipes();

    FileAccess(EffectLog log, Trail earlier) {
        this.log = log;
        this.deposits = new Deposits(earlier);
    }

    /** Where a command stands whose paths are read. */
    record From(Value folder, Scene scene) {
        static From of(ShellState state, Scene scene) {
            return new From(state.folder(), scene);
        }
    }

    /** Reads a file and gives what comes out of it. */
    Flow read(Value path, From from, Circumstances circumstances) {
        Set<DataLabel> labels =
                log.path(EffectKind.FILE_READ, path, from.folder(), from.scene().paths(), circumstances);
        return data(path, labels, from);
    }

    /** What would come out of a file. */
    Flow data(Value path, From from) {
        return data(path, EffectLog.dataIn(path, from.folder(), from.scene().paths()), from);
    }

    private Flow data(Value path, Set<DataLabel> byPath, From from) {
        Flow plain = Flow.labelled(byPath, Optional.of(path.display()));
        if (deposits.isEmpty()) {
            return plain;
        }
        String file = key(path, from);
        Optional<Flow> put = deposits.at(file);
        pipes.read(file);
        if (put.isEmpty()) {
            return deposits.around(file).map(flow -> flow.withLabels(byPath)).orElse(plain);
        }
        Flow flow = put.get().orFrom(path.display());
        if (flow.text().isEmpty() && flow.labels().isEmpty()) {
            return flow.withLabels(byPath);
        }
        return byPath.contains(DataLabel.CREDENTIAL)
                ? flow.withoutText().withLabels(EnumSet.of(DataLabel.CREDENTIAL))
                : flow;
    }

    /** Writes data to a file and gives what is known of its content afterwards; nothing of a stream's. */
    Optional<Flow> write(Value path, Flow data, From from, Circumstances circumstances) {
        PathReader.Located located = from.scene().paths().locate(path, from.folder());
        log.path(EffectKind.FILE_WRITE, located, circumstances, data.text().isPresent());
        PathTarget target = located.target();
        if (target.scope() == PathTarget.Scope.STREAM) {
            return Optional.empty();
        }
        String file = key(target.text(), from);
        built.remove(file);
        checked.remove(file);
        if (circumstances.traits().contains(NamedPipes.TRAIT)) {
            if (pipes.made(file)) {
                deposits.put(file, data);
            }
            return Optional.empty();
        }
        pipes.written(file);
        boolean append = circumstances.traits().contains("append");
        Flow after = append ? deposits.at(file).orElse(Flow.EMPTY).then(data) : data;
        if (circumstances.traits().contains("create") && deposits.isFilled(file)) {
            return Optional.empty();
        }
        boolean unpacks = circumstances.traits().contains("unpacks");
        deposits.put(file, after, unpacks ? Form.UNPACKED : Form.FILE);
        if (data.labels().contains(DataLabel.FETCHED) && target.knowledge() != PathTarget.Knowledge.EXACT) {
            folderAround(target.text()).ifPresent(folder -> deposits.put(key(folder, from), data, Form.UNPACKED));
        }
        return Optional.of(after);
    }

    /** The folder at the front of a path that stands before its first part that is not known. */
    private static Optional<String> folderAround(String path) {
        int open = 0;
        while (open < path.length() && "*?[{$".indexOf(path.charAt(open)) < 0) {
            open++;
        }
        int slash = path.lastIndexOf('/', open);
        return slash > 0 ? Optional.of(path.substring(0, slash)) : Optional.empty();
    }

    /** Remembers that a folder holds a copy of a repository from now on. */
    void cloned(Value folder, Flow data, From from) {
        deposits.put(key(folder, from), data, Form.CLONED);
    }

    /** Whether something from the network was unpacked or cloned to this very path. */
    boolean isFilled(Value path, From from) {
        return deposits.hasFetched() && deposits.isFilled(key(path, from));
    }

    /** What the nearest folder at or above a path was filled with that came from the network. */
    Optional<Content> filledFromOutside(Value path, From from) {
        return deposits.filledFromOutside(key(path, from));
    }

    /** Writes a program that was built from sources of the project. */
    void build(Value path, From from, Circumstances circumstances) {
        write(path, Flow.UNKNOWN, from, circumstances);
        built.add(key(path, from));
    }

    /** Whether this call has built this program from sources of the project. */
    boolean isBuilt(Value path, From from) {
        return !built.isEmpty() && built.contains(key(path, from));
    }

    /** Notes that the call compares this file with a digest that stands in the call. */
    void checked(Value path, From from) {
        checked.add(key(path, from));
    }

    /** Whether what the file holds was compared with a digest that stands in the call. */
    boolean isChecked(Value path, From from) {
        return !checked.isEmpty() && checked.contains(key(path, from));
    }

    /** Remembers what a file holds from now on. */
    void put(Value path, Flow data, From from) {
        String file = key(path, from);
        built.remove(file);
        checked.remove(file);
        deposits.put(file, data);
    }

    /** What this call or an earlier one has put into this very file. */
    Optional<Flow> written(Value path, From from) {
        if (deposits.isEmpty()) {
            return Optional.empty();
        }
        String file = key(path, from);
        pipes.read(file);
        return deposits.at(file);
    }

    /** What this call itself has put into this very file. */
    Optional<Flow> writtenNow(Value path, From from) {
        return deposits.isUntouched() ? Optional.empty() : deposits.ofThisCall(key(path, from));
    }

    /** Whether something came out of a named pipe before it was put in, so that the call has to be followed once more. */
    boolean pipesWereReadTooEarly() {
        return pipes.wereReadTooEarly();
    }

    Deposits deposits() {
        return deposits;
    }

    private static String key(Value path, From from) {
        return key(from.scene().paths().place(path, from.folder()), from);
    }

    /** The file's path; one in a container or on another machine is another file. */
    private static String key(String path, From from) {
        Place place = from.scene().place();
        return place == Place.HERE ? path : Deposits.ELSEWHERE + place + ":" + path;
    }
}
