package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.trail.Content;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Folders that were filled with what came from the network: whatever is run in them may load and run code of theirs. A script of
 * one's own does, too, in a language that looks for modules beside the script or where it runs.
 */
final class ForeignFolders {

    /** Languages in which code finds modules, or settings that are code, in the folder that it runs in or stands in. */
    private static final Set<String> LOADS_BESIDE = Set.of("python", "javascript", "typescript", "lua", "php", "r");

    /** Words by which code of these languages takes in other code. */
    private static final Pattern TAKES_IN =
            Pattern.compile("\\b(import|require|require_once|include|include_once|source|library|from)\\b");

    /** Switches with which Python looks at neither folder. */
    private static final Pattern ISOLATED = Pattern.compile("-[A-Za-z]*[IP][A-Za-z]*");

    private final Work work;

    ForeignFolders(Work work) {
        this.work = work;
    }

    /** Notes that code runs that a folder holds, or that the folder has a say in: a build, a test, a task, a file. */
    void runs(Value pathOrFolder, Span span, ShellState state, Scene scene) {
        if (scene.place() != Place.HERE) {
            return;
        }
        work.files()
                .filledFromOutside(pathOrFolder, FileAccess.From.of(state, scene))
                .ifPresent(content -> tell(content, span, scene));
    }

    /**
     * Notes that code of one's own runs in a folder.
     *
     * @param arguments of the interpreter
     */
    void runsOwn(
            String language,
            Value code,
            List<Argument> arguments,
            Value folder,
            Span span,
            ShellState state,
            Scene scene) {
        boolean alone = language.equals("python")
                && arguments.stream()
                        .anyMatch(
                                word -> ISOLATED.matcher(word.value().display()).matches());
        if (LOADS_BESIDE.contains(language) && !alone && mayTakeIn(code)) {
            runs(folder, span, state, scene);
        }
    }

    /** Notes that Python runs a module, which it looks for where it runs before it looks elsewhere. */
    void runsModule(Step step) {
        boolean module = step.plan().program().equals("python")
                && step.arguments().stream()
                        .anyMatch(word -> word.value().display().equals("-m"));
        if (module) {
            Value unseen = Value.unknown("a module", "is not read");
            Value here = step.state().folder();
            runsOwn("python", unseen, step.arguments(), here, step.span(), step.state(), step.scene());
        }
    }

    private static boolean mayTakeIn(Value code) {
        return code.known().filter(text -> !TAKES_IN.matcher(text).find()).isEmpty();
    }

    private void tell(Content content, Span span, Scene scene) {
        Set<String> traits = content.form() == Content.Form.CLONED
                ? Set.of("saved", "inside-fetched", "cloned")
                : Set.of("saved", "inside-fetched");
        String from = content.origins().isEmpty() ? "outside" : String.join(" and ", content.origins());
        work.log()
                .name(
                        EffectKind.RUNS_FETCHED_CODE,
                        Value.of(from),
                        scene.circumstances(EffectKind.RUNS_FETCHED_CODE, span, traits));
    }
}
