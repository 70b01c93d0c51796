package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.catalogue.Plan;
import dev.greenlane.engine.catalogue.Plan.PlannedEffect;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import java.util.Optional;
import java.util.Set;

/** The data that an effect of a described program moves. */
final class CarriedData {

    private final Work work;
    private final ShellState state;
    private final Flow input;
    private final Scene scene;
    private final FileAccess.From from;

    CarriedData(Step step, Work work) {
        this.work = work;
        this.state = step.state();
        this.input = step.input();
        this.scene = step.scene();
        this.from = step.from();
    }

    /**
     * The data of one effect.
     *
     * @param read what the program has read so far
     */
    Flow of(PlannedEffect effect, Flow read) {
        Flow data = Flow.NONE;
        if (effect.carriesInput()) {
            boolean unknown = input.connected()
                    && input.labels().isEmpty()
                    && input.text().isEmpty();
            data = unknown ? Flow.UNKNOWN.withLabels(Set.of(DataLabel.UNKNOWN)) : input;
        }
        if (effect.traits().contains(PackedSecrets.TRAIT)) {
            Value folder = effect.target() instanceof Plan.Target.Word word
                    ? word.argument().value()
                    : state.folder();
            data = data.then(new PackedSecrets(work, from).in(folder));
        }
        for (Argument argument : effect.carries()) {
            data = data.then(inWord(effect.kind(), argument.value())).then(fromFile(argument));
        }
        return effect.carries().isEmpty() ? data : data.then(read);
    }

    /** Where a file of the project says what to fetch, it is no data that goes out. */
    private Flow inWord(EffectKind kind, Value word) {
        Flow data = work.flowOf(word);
        boolean names = kind == EffectKind.NETWORK_FETCH && word.prefix().isEmpty();
        return names ? data.without(DataLabel.PROJECT) : data;
    }

    /** {@code @file} and {@code name=@file} mean the content of a file; {@code @-} what comes in. */
    private Flow fromFile(Argument argument) {
        String prefix = argument.value().prefix();
        int at = prefix.startsWith("@") ? 0 : prefix.indexOf("=@") + 1;
        if (at == 0 && !prefix.startsWith("@")) {
            return Flow.NONE;
        }
        Value path = argument.value().withoutPrefix(at + 1);
        if (path.known().filter("-"::equals).isPresent()) {
            return input;
        }
        Optional<Flow> substituted = path.known().flatMap(work::substituted);
        return substituted.orElseGet(
                () -> work.files().read(path, from, scene.circumstances(EffectKind.FILE_READ, argument.span())));
    }
}
